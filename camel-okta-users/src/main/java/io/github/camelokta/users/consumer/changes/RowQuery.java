/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.Instant;

/**
 * What the index is asked for: users in the order of a time, then {@code id}.
 *
 * @param sortedBy that time
 * @param second epoch second that the kind speaks of
 * @param id the user's id with {@link Kind#USER}, else null
 * @param limit the size of a page
 */
public record RowQuery(Kind kind, SortedBy sortedBy, long second, String id, int limit) {

    /** Which users. */
    public enum Kind {
        /** Those whose time is that second or later. */
        SINCE,
        /** Those whose time is that second. */
        EXACTLY,
        /** The one with that id. */
        USER,
        /** All, the newest first. */
        NEWEST
    }

    /** The times by whose order users are read. */
    public enum SortedBy {
        LAST_UPDATED("lastUpdated") {
            @Override
            long of(ListedUser user) {
                return user.lastUpdated();
            }
        },
        /** It never changes, so that users stand still while they are read. */
        CREATED("created") {
            @Override
            long of(ListedUser user) {
                return user.created();
            }
        };

        private final String property;

        SortedBy(String property) {
            this.property = property;
        }

        /** The name of Okta's property. */
        public String property() {
            return property;
        }

        /** Epoch second. */
        abstract long of(ListedUser user);
    }

    public static RowQuery since(SortedBy sortedBy, long second, int limit) {
        return new RowQuery(Kind.SINCE, sortedBy, second, null, limit);
    }

    public static RowQuery exactly(SortedBy sortedBy, long second, int limit) {
        return new RowQuery(Kind.EXACTLY, sortedBy, second, null, limit);
    }

    public static RowQuery user(String id) {
        return new RowQuery(Kind.USER, SortedBy.LAST_UPDATED, 0, id, 1);
    }

    public static RowQuery newest(SortedBy sortedBy) {
        return new RowQuery(Kind.NEWEST, sortedBy, 0, null, 1);
    }

    /** {@code asc} or {@code desc}, to go with {@code sortBy}. */
    public String sortOrder() {
        return kind == Kind.NEWEST ? "desc" : "asc";
    }

    /**
     * The expression for {@code search}, not encoded.
     *
     * @param users the endpoint's own search; null or blank where it has none
     */
    public String search(String users) {
        String own = users == null || users.isBlank() ? "" : "(" + users.strip() + ") and ";
        return own
                + switch (kind) {
                    case SINCE -> sortedBy.property() + " ge \"" + timestamp() + "\" and status pr";
                    case EXACTLY -> sortedBy.property() + " eq \"" + timestamp() + "\" and status pr";
                    case USER -> "id eq \"" + id + "\" and status pr";
                    case NEWEST -> "status pr";
                };
    }

    /** As Okta writes it: with milliseconds, which {@link Instant#toString} leaves out where they are 0. */
    private String timestamp() {
        return Instant.ofEpochSecond(second).toString().replace("Z", ".000Z");
    }
}
