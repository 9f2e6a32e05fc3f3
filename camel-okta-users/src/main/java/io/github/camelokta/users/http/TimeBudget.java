/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.time.Duration;

/**
 * How long a call may still wait, for the rate limit and between attempts together. The time that Okta takes to answer does
 * not count. Used by one thread, that of its call.
 */
public final class TimeBudget {
    private long left = Long.MAX_VALUE;
    private long spent;

    /** From now on all waits together, those before included, take no longer than this. A longer limit than before changes nothing. */
    public void limitTo(Duration whole) {
        left = Math.min(left, Math.max(0, whole.toNanos() - spent));
    }

    /** Nanoseconds, 0 or more. */
    public long left() {
        return left;
    }

    public boolean allows(long nanos) {
        return nanos <= left;
    }

    public void spend(long nanos) {
        long waited = Math.max(0, nanos);
        spent += waited;
        left = Math.max(0, left - waited);
    }

    /** What was waited so far, in nanoseconds. */
    public long spent() {
        return spent;
    }
}
