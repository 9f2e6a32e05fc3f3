/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What became of a user, or is to become. */
public enum Change {
    /** The user is new. */
    CREATED,
    /** Attributes changed, and nothing else. */
    UPDATED,
    /** The user was activated, unsuspended or unlocked. */
    REACTIVATED,
    /** The user was suspended. */
    SUSPENDED,
    /** The user was deactivated. */
    DEACTIVATED,
    /** The user is as wanted already. */
    UNCHANGED,
    /** The user was not changed although it differs. */
    REFUSED;

    /** Whether somebody can no longer sign in. */
    public boolean takesAway() {
        return this == SUSPENDED || this == DEACTIVATED;
    }
}
