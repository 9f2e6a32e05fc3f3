/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    /** The user was left alone. */
    REFUSED;

    static Change of(List<PlannedCall> calls) {
        Set<OktaUsersOperation> operations = EnumSet.noneOf(OktaUsersOperation.class);
        calls.forEach(call -> operations.add(call.operation()));
        if (operations.isEmpty()) {
            return UNCHANGED;
        }
        if (operations.contains(OktaUsersOperation.create)) {
            return CREATED;
        }
        if (operations.contains(OktaUsersOperation.deactivate)) {
            return DEACTIVATED;
        }
        if (operations.contains(OktaUsersOperation.suspend)) {
            return SUSPENDED;
        }
        return operations.equals(EnumSet.of(OktaUsersOperation.partialUpdate)) ? UPDATED : REACTIVATED;
    }

    /** Whether somebody can no longer sign in. */
    boolean takesAway() {
        return this == SUSPENDED || this == DEACTIVATED;
    }
}
