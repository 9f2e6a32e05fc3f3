/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.OktaResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Says how long to wait before the next attempt. */
final class Backoff {
    private static final long FIRST = Duration.ofMillis(500).toNanos();
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();
    private static final int DOUBLINGS = 6;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private Backoff() {}

    /**
     * Doubles from half a second to 30 s, each time shortened by up to a half.
     *
     * @param failed how many attempts have failed, at least 1
     * @param random from 0 to below 1; callers who failed together come back apart
     * @return nanoseconds
     */
    static long afterAttempt(int failed, double random) {
        long whole = Math.min(LONGEST, FIRST << Math.min(failed - 1, DOUBLINGS));
        return whole - (long) (whole / 2 * random);
    }

    /**
     * The wait that an answer asks for by {@code Retry-After}, which Okta does not send but a proxy may: seconds, or a date,
     * which is held against the {@code Date} of the same answer and not against a clock here.
     *
     * @return nanoseconds; 0 if there is no such header or it cannot be read
     */
    static long retryAfter(OktaResponse response) {
        return response.header("Retry-After")
                .map(String::strip)
                .map(text -> seconds(text).or(() -> until(text, response)).orElse(0L))
                .map(seconds ->
                        Duration.ofSeconds(Math.max(0, Math.min(seconds, DAY))).toNanos())
                .orElse(0L);
    }

    private static Optional<Long> seconds(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> until(String text, OktaResponse response) {
        try {
            ZonedDateTime then = date(text);
            return response.header("Date")
                    .map(now -> then.toEpochSecond() - date(now).toEpochSecond());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
