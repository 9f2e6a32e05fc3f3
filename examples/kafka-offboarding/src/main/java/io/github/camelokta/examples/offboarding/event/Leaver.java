/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.event;

import java.time.Instant;

/**
 * Somebody who has left, as HR's event says it.
 *
 * @param id the id of the Okta account, or null
 * @param login the login of the Okta account, or null; one of the two is there
 * @param reason why, or null
 * @param at since when
 */
public record Leaver(String id, String login, String reason, Instant at) {

    /** What to look the account up by: the id is never ambiguous, so it goes first. */
    public String idOrLogin() {
        return id != null ? id : login;
    }

    /** Without the login, which is personal data. */
    @Override
    public String toString() {
        return "Leaver[" + (id != null ? id : "by login") + "]";
    }
}
