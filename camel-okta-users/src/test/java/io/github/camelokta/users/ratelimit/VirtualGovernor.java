/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import io.github.camelokta.simulator.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** A governor for one thread, on a clock that its waits move on. */
public final class VirtualGovernor {

    private VirtualGovernor() {}

    public static RateLimitGovernor on(VirtualClock clock) {
        Instant start = clock.instant();
        Ticker time = new Ticker() {
            @Override
            public long now() {
                return Duration.between(start, clock.instant()).toNanos();
            }

            @Override
            public void await(Condition condition, long nanos) {
                clock.advance(Duration.ofNanos(nanos));
            }
        };
        return new RateLimitGovernor(100, time, () -> 0.5);
    }
}
