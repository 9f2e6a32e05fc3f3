/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of the index.
 *
 * @param date epoch second of the answer's {@code Date}; empty where it has none
 * @param took from the request to its answer, by a monotonic clock
 * @param next reads the page that the {@code next} link names; null on the last page
 */
public record IndexPage(List<ListedUser> rows, OptionalLong date, Duration took, Next next) {

    /** The way to the following page. */
    @FunctionalInterface
    public interface Next {
        IndexPage read();
    }

    boolean isLast() {
        return next == null;
    }

    /** A time by Okta's clock at which this page had not been asked for yet, or had just been; epoch second. */
    OptionalLong askedAt() {
        if (date.isEmpty()) {
            return date;
        }
        long seconds = took.plusNanos(999_999_999).toSeconds();
        return OptionalLong.of(date.getAsLong() - seconds);
    }
}
