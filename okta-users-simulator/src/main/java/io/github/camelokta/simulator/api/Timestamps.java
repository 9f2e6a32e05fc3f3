/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes times the way Okta does: {@code 2026-11-23T10:00:00.000Z}, always a whole second. */
final class Timestamps {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Null for 0, which stands for "never". */
    static String ofSeconds(long epochSeconds) {
        return epochSeconds == 0 ? null : of(Instant.ofEpochSecond(epochSeconds));
    }
}
