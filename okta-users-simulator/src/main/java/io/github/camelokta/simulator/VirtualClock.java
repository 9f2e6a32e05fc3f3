/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told to, so that an hour of rate limits and index lag passes without sleeping. */
public final class VirtualClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private VirtualClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that stands at {@code start}. */
    public static VirtualClock startingAt(Instant start) {
        return new VirtualClock(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    /** A clock that stands at {@code start}, such as {@code 2026-11-23T10:00:00Z}. */
    public static VirtualClock startingAt(String start) {
        return startingAt(Instant.parse(start));
    }

    /** Moves the clock on. */
    public VirtualClock advance(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
        return this;
    }

    /** Sets the clock, backwards too; what the org did before that keeps its times. */
    public VirtualClock set(Instant instant) {
        now.set(instant);
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(now, other);
    }
}
