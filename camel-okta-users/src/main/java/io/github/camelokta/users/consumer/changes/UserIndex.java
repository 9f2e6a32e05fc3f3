/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Okta's search. */
public interface UserIndex {

    /**
     * Runs a new query and gives its first page.
     *
     * @throws RuntimeException if there is no answer, or none that can be read; the poll fails and the cursor stands
     */
    IndexPage query(RowQuery query);

    /**
     * Asks for the user by id and not by search, which lags.
     *
     * @return the user's JSON object; empty only if Okta says that there is no such user
     * @throws RuntimeException for any other answer, another user among them
     */
    Optional<byte[]> find(String id);

    /**
     * Searches for the user with that id, as the scan would see it; empty if the search does not show the user.
     *
     * @throws IllegalStateException if the answer holds another user
     */
    default Optional<ListedUser> search(String id) {
        List<ListedUser> users = query(RowQuery.user(id)).users();
        for (ListedUser user : users) {
            if (!user.id().equals(id)) {
                throw new IllegalStateException("Okta's answer holds another user than the search asked for:"
                        + " something between here and Okta drops or changes the search");
            }
        }
        return users.stream().findFirst();
    }

    /**
     * A page of the index.
     *
     * @param date epoch second of the answer's {@code Date}; empty where it has none
     * @param took from the request to its answer, by a monotonic clock
     * @param at when the answer had come, by the same clock
     * @param next reads the page that the {@code next} link names; null on the last page
     */
    record IndexPage(List<ListedUser> users, OptionalLong date, Duration took, Duration at, Next next) {

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
}
