/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import static io.github.camelokta.users.consumer.changes.cursor.StoredText.hex;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How far the changes are delivered, and its text. Immutable.
 *
 * @param queryHash what the users were searched by
 * @param from epoch second at which the next poll starts to read
 * @param watermark epoch second of the newest user behind whom nothing is left to do; for people
 * @param seen the users at or after {@code from}, as they were delivered last
 * @param failed the users that failed, in their turn
 */
public record ChangeCursor(long queryHash, long from, long watermark, List<Seen> seen, List<FailedUser> failed) {
    private static final StoredText.Kind KIND = new StoredText.Kind(
            "okta-users-changes", "cursor", "mode=changes", "query", "delete it to begin where startFrom says");

    /** How a user was when delivered last. */
    public record Seen(String id, long lastUpdated, long fingerprint) {}

    /**
     * A user that failed.
     *
     * @param attempts how often so far
     */
    public record FailedUser(String id, long fingerprint, int attempts) {}

    /** The cursor as one line. The seconds of seen users count from {@code from}. */
    public String text() {
        StoredText.Writer text = new StoredText.Writer(KIND, queryHash, 48 * (seen.size() + failed.size()));
        text.part("from", Instant.ofEpochSecond(from)).part("watermark", Instant.ofEpochSecond(watermark));
        StringBuilder users = text.part("failed").append(failed.size());
        for (FailedUser user : failed) {
            users.append(' ').append(user.id()).append('/').append(hex(user.fingerprint()));
            users.append('/').append(user.attempts());
        }
        users = text.part("seen").append(seen.size());
        for (Seen user : seen) {
            users.append(' ').append(user.id()).append('/').append(hex(user.fingerprint()));
            users.append('/').append(user.lastUpdated() - from);
        }
        return text.finish();
    }

    /**
     * Reads a text.
     *
     * @param queryHash the query that the cursor must be for
     * @throws UnusableCursorException if the text is not the whole of a cursor for this query: to start over would deliver
     *     everything again, or skip
     */
    public static ChangeCursor parse(String text, long queryHash) {
        StoredText.Reader parts = new StoredText.Reader(KIND, queryHash, text);
        try {
            long from = Instant.parse(parts.part("from")).getEpochSecond();
            long watermark = Instant.parse(parts.part("watermark")).getEpochSecond();
            List<FailedUser> failed = users(
                    parts.part("failed"),
                    user -> new FailedUser(user[0], Long.parseUnsignedLong(user[1], 16), Integer.parseInt(user[2])));
            List<Seen> seen = users(
                    parts.part("seen"),
                    user -> new Seen(user[0], from + Long.parseLong(user[2]), Long.parseUnsignedLong(user[1], 16)));
            parts.end();
            return new ChangeCursor(queryHash, from, watermark, seen, failed);
        } catch (DateTimeException | NumberFormatException e) {
            throw KIND.damaged();
        }
    }

    private static <T> List<T> users(String part, Function<String[], T> read) {
        String[] words = part.split(" ", -1);
        int count = Integer.parseInt(words[0]);
        if (count != words.length - 1) {
            throw KIND.damaged();
        }
        List<T> users = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            String[] user = words[i].split("/", -1);
            if (user.length != 3) {
                throw KIND.damaged();
            }
            users.add(read.apply(user));
        }
        return users;
    }
}
