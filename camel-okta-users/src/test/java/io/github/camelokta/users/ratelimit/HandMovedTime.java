/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that moves when told to; nobody is to wait in it. */
public final class HandMovedTime implements Ticker {
    private final AtomicLong now = new AtomicLong();

    public void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    /** A governor that lives in this time. */
    public RateLimitGovernor governor() {
        return new RateLimitGovernor(100, this, () -> 0.5);
    }

    @Override
    public long now() {
        return now.get();
    }

    @Override
    public void await(Condition condition, long nanos) {
        throw new AssertionError("a call waits for " + nanos + " ns");
    }
}
