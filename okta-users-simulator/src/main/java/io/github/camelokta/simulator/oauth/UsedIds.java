/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Remembers the ids of JWTs that must come once only, for as long as one could come again. */
final class UsedIds {
    private static final Duration MEMORY = Duration.ofHours(2);

    private final Clock clock;
    private final Map<String, Instant> used = new HashMap<>();

    UsedIds(Clock clock) {
        this.clock = clock;
    }

    /** Whether this id comes for the first time. */
    synchronized boolean take(String id) {
        Instant now = clock.instant();
        if (used.size() > 10_000) {
            used.values().removeIf(at -> at.plus(MEMORY).isBefore(now));
        }
        return used.putIfAbsent(id, now) == null;
    }

    synchronized void clear() {
        used.clear();
    }
}
