/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The eventually consistent copy of the users that {@code search}, {@code filter} and {@code q} read.
 *
 * <p>A write shows after the lag has passed on the clock. Okta says "typically less than one second".
 */
final class SearchIndex {
    private record Write(Instant visibleAt, String id, UserState state) {}

    private final Clock clock;
    private final NavigableMap<String, UserState> visible = new TreeMap<>();
    private final Deque<Write> underway = new ArrayDeque<>();
    private Duration lag;
    private long version;

    SearchIndex(Clock clock, Duration lag) {
        this.clock = clock;
        this.lag = lag;
    }

    /** Takes a written user; {@code state} is null for one that was erased. */
    void write(String id, UserState state) {
        write(id, state, Duration.ZERO);
    }

    /** The same, visible {@code later} than the lag. */
    void write(String id, UserState state, Duration later) {
        Duration wait = lag.plus(later);
        if (wait.isZero() && underway.isEmpty()) {
            apply(id, state);
        } else {
            underway.add(new Write(clock.instant().plus(wait), id, state));
        }
    }

    /** The users as a query sees them now. */
    NavigableMap<String, UserState> view() {
        Instant now = clock.instant();
        while (!underway.isEmpty() && !underway.peek().visibleAt().isAfter(now)) {
            Write write = underway.poll();
            apply(write.id(), write.state());
        }
        return visible;
    }

    /** Grows with each visible change. */
    long version() {
        return version;
    }

    void lag(Duration newLag) {
        lag = newLag;
    }

    void clear() {
        visible.clear();
        underway.clear();
        version++;
    }

    private void apply(String id, UserState state) {
        version++;
        if (state == null) {
            visible.remove(id);
        } else {
            visible.put(id, state);
        }
    }
}
