/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.time.Duration;

/**
 * How long one call may still wait, for the rate limit and between attempts together. The time that Okta takes to answer does
 * not count. Used by one thread, that of its call.
 */
public final class TimeBudget {
    private long left;
    private boolean refused;

    public TimeBudget(Duration whole) {
        this.left = whole.toNanos();
    }

    /** Nanoseconds, 0 or more. */
    public long left() {
        return left;
    }

    public boolean allows(long nanos) {
        return nanos <= left;
    }

    public void spend(long nanos) {
        left = Math.max(0, left - Math.max(0, nanos));
    }

    /** Okta has answered 429: when the call is repeated, it goes before those that were never sent. */
    public void noteRefusal() {
        refused = true;
    }

    public boolean wasRefused() {
        return refused;
    }
}
