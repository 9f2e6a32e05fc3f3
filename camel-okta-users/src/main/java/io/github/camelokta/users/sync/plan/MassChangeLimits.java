/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.Change;

/**
 * How much one run may change.
 *
 * @param maxDeactivations users who may be deactivated or suspended
 * @param maxChangePercent how many of the users in the scope, those who are DEPROVISIONED left out, may be changed; new ones
 *     do not count; 100 or more is no limit. Unless it is 0, a few changes go beyond no percentage
 * @param minSourceSize users that the directory must name at least
 */
public record MassChangeLimits(long maxDeactivations, int maxChangePercent, long minSourceSize) {

    /** So many changes, of which so many may take access away, are no mass change in an org of any size. */
    private static final int FEW_CHANGES = 5;

    private static final int FEW_REMOVALS = 1;

    /** Why the plan must not be carried out; null if it may be. */
    public String exceededBy(ChangeCounts plan, long openUsers) {
        long removals = plan.of(Change.SUSPENDED, Change.DEACTIVATED);
        long changes = removals + plan.of(Change.UPDATED, Change.REACTIVATED);
        if (removals > maxDeactivations) {
            return removals + " users would be deactivated or suspended, more than maxDeactivations ("
                    + maxDeactivations + ")";
        }
        boolean few = maxChangePercent > 0 && changes <= FEW_CHANGES && removals <= FEW_REMOVALS;
        if (maxChangePercent < 100 && !few && changes * 100 > maxChangePercent * openUsers) {
            return changes + " of " + openUsers + " users would be changed, more than maxChangePercent ("
                    + maxChangePercent + ")";
        }
        return null;
    }

    /** Why a directory of this size is not believed; null if it is. */
    public String missedBy(long sourceSize) {
        return sourceSize >= minSourceSize
                ? null
                : "the directory names " + sourceSize + " users, fewer than minSourceSize (" + minSourceSize + ")";
    }
}
