/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where delivery starts without a cursor.
 *
 * @param now from the newest user on
 * @param second epoch second, unless it is now
 */
public record StartFrom(boolean now, long second) {
    public static final StartFrom BEGINNING = new StartFrom(false, 0);
    public static final StartFrom NOW = new StartFrom(true, 0);

    /**
     * @param option {@code beginning}, {@code now}, or an ISO instant
     * @throws IllegalArgumentException if it is none of them
     */
    public static StartFrom parse(String option) {
        return switch (option.strip()) {
            case "beginning" -> BEGINNING;
            case "now" -> NOW;
            default -> new StartFrom(false, secondOf(option.strip()));
        };
    }

    private static long secondOf(String instant) {
        try {
            return Instant.parse(instant).getEpochSecond();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Option startFrom takes beginning, now or an instant such as"
                    + " 2026-01-31T12:00:00Z, and not " + instant);
        }
    }
}
