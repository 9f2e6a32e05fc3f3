/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the {@code Date} of answers. Most have that of the answer before, which is not read again: reading costs 3 kB. */
final class HttpDateReader {
    private final long unknown;
    private volatile Date last = new Date(null, 0);

    private record Date(String text, long second) {}

    /** @param unknown what stands for a date that cannot be read */
    HttpDateReader(long unknown) {
        this.unknown = unknown;
    }

    /** Epoch second. */
    long read(String text) {
        Date known = last;
        if (text.equals(known.text())) {
            return known.second();
        }
        try {
            long second = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toEpochSecond();
            last = new Date(text, second);
            return second;
        } catch (DateTimeException e) {
            return unknown;
        }
    }
}
