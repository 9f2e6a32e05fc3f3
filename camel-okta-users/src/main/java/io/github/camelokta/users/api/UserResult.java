/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.util.List;

/**
 * What became of one user, or is to become.
 *
 * @param login as the directory or Okta writes it, in lower case
 * @param id Okta's; null where it is not known
 * @param change what happened
 * @param refusal why nothing happened; null where it did
 * @param calls the writes with their reasons, in their order; of a refusal of Okta's, what it said
 */
public record UserResult(String login, String id, Change change, Refusal refusal, List<String> calls) {

    /** Names nobody, for logs. */
    @Override
    public String toString() {
        return "UserResult[" + id + " " + change + (refusal == null ? "" : " " + refusal) + "]";
    }
}
