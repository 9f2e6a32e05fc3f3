/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import java.time.Instant;
import java.util.Arrays;

/**
 * When each user was last updated, oldest first: one a minute, but of each 100,000 the last 5,000 at ten a second, as an import
 * leaves them.
 */
final class Timeline {
    private static final long FIRST = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final int MINUTE = 60;
    private static final int ROUND = 100_000;
    private static final int IMPORTED = 5_000;
    private static final int IMPORTED_PER_SECOND = 10;

    private final int[] seconds;

    Timeline(int users) {
        seconds = new int[users];
        int second = 0;
        for (int user = 0; user < users; user++) {
            seconds[user] = second;
            boolean imported = user % ROUND >= ROUND - IMPORTED;
            if (!imported) {
                second += MINUTE;
            } else if (user % IMPORTED_PER_SECOND == IMPORTED_PER_SECOND - 1) {
                second++;
            }
        }
    }

    int users() {
        return seconds.length;
    }

    /** Epoch second of a user's last update. */
    long secondOf(int user) {
        return FIRST + seconds[user];
    }

    /** The first user updated in that epoch second or later; {@link #users()} if there is none. */
    int firstSince(long epochSecond) {
        long second = epochSecond - FIRST;
        if (second <= 0) {
            return 0;
        }
        if (second > Integer.MAX_VALUE) {
            return seconds.length;
        }
        int found = Arrays.binarySearch(seconds, (int) second);
        int first = found < 0 ? -found - 1 : found;
        while (first > 0 && seconds[first - 1] == second) {
            first--;
        }
        return first;
    }
}
