/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import java.time.Instant;

/**
 * What the index is asked for: users in the order of {@code lastUpdated}, then {@code id}.
 *
 * @param second epoch second that the kind speaks of
 * @param id the user's id with {@link Kind#USER}, else null
 * @param limit the size of a page
 */
public record RowQuery(Kind kind, long second, String id, int limit) {

    /** Which users. */
    public enum Kind {
        /** Those updated in that second or later. */
        SINCE,
        /** Those updated in that second. */
        EXACTLY,
        /** The one with that id. */
        USER,
        /** All, the newest first. */
        NEWEST
    }

    static RowQuery since(long second, int limit) {
        return new RowQuery(Kind.SINCE, second, null, limit);
    }

    static RowQuery exactly(long second, int limit) {
        return new RowQuery(Kind.EXACTLY, second, null, limit);
    }

    static RowQuery user(String id) {
        return new RowQuery(Kind.USER, 0, id, 1);
    }

    static RowQuery newest() {
        return new RowQuery(Kind.NEWEST, 0, null, 1);
    }

    /** {@code asc} or {@code desc}, to go with {@code sortBy=lastUpdated}. */
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
                    case SINCE -> "lastUpdated ge \"" + timestamp() + "\" and status pr";
                    case EXACTLY -> "lastUpdated eq \"" + timestamp() + "\" and status pr";
                    case USER -> "id eq \"" + id + "\" and status pr";
                    case NEWEST -> "status pr";
                };
    }

    /** As Okta writes it: with milliseconds, which {@link Instant#toString} leaves out where they are 0. */
    private String timestamp() {
        return Instant.ofEpochSecond(second).toString().replace("Z", ".000Z");
    }
}
