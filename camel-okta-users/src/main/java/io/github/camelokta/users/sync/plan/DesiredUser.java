/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A user as a directory wants it.
 *
 * @param id Okta's id; null where the user is known by login
 * @param login the login; null where the user is known by id and keeps the login
 * @param status null to leave an existing user's status alone, and to create a new one STAGED
 * @param profile may be empty; holds the login if there is one
 * @param credentials for creation alone; null where there are none
 */
public record DesiredUser(String id, String login, WantedStatus status, ObjectNode profile, ObjectNode credentials) {

    /** Names nobody, for logs. */
    @Override
    public String toString() {
        return "DesiredUser[" + (status == null ? "any status" : status) + "]";
    }
}
