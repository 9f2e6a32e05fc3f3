/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The nonces of DPoP proofs: a new one every 24 hours, each good for three days. */
final class Nonces {
    private static final Duration TURN = Duration.ofHours(24);
    private static final Duration LIFE = Duration.ofDays(3);

    private final Clock clock;
    private final Supplier<String> source;
    private final Map<String, Instant> made = new LinkedHashMap<>();
    private String newest;

    Nonces(Clock clock, Supplier<String> source) {
        this.clock = clock;
        this.source = source;
    }

    synchronized String current() {
        Instant now = clock.instant();
        if (newest == null || !now.isBefore(made.get(newest).plus(TURN))) {
            newest = source.get();
            made.put(newest, now);
        }
        return newest;
    }

    synchronized boolean accepts(String nonce) {
        Instant at = made.get(nonce);
        return at != null && clock.instant().isBefore(at.plus(LIFE));
    }

    /** Makes all nonces so far worthless. */
    synchronized void clear() {
        made.clear();
        newest = null;
    }
}
