/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.source;

import java.time.Instant;
import java.time.LocalDate;

/** Reads timestamps. The one form that Okta writes is read at once; any other ISO instant by Java's parser, which costs 2 kB. */
final class OktaTime {
    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private OktaTime() {}

    /**
     * Epoch second.
     *
     * @throws java.time.DateTimeException if it is no timestamp
     */
    static long second(String text) {
        if (!hasForm(text)) {
            return Instant.parse(text).getEpochSecond();
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text).getEpochSecond();
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return ((day * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
