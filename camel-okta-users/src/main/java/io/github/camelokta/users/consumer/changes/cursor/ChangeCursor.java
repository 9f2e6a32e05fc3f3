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
 * @param segments users at or after {@code from}, as they were delivered last, in texts of their own; a later one counts
 * @param seen the same for the users that came after the segments
 * @param failed the users that failed, in their turn
 */
public record ChangeCursor(
        long queryHash,
        long from,
        long watermark,
        List<SeenSegment> segments,
        List<Seen> seen,
        List<FailedUser> failed) {
    private static final StoredText.Kind KIND = new StoredText.Kind(
            "okta-users-changes", "cursor", "mode=changes", "query", "delete it to begin where startFrom says");

    /** How a user was when delivered last. */
    public record Seen(String id, long lastUpdated, long fingerprint) {
        private static final String FORGOTTEN = "-";
        /** One of 2 to the 64th power; a user with it would only be delivered again. */
        private static final long NONE = Long.MIN_VALUE;

        /** Says that what a segment says of the user no longer counts. */
        public static Seen forgotten(String id, long lastUpdated) {
            return new Seen(id, lastUpdated, NONE);
        }

        public boolean isForgotten() {
            return fingerprint == NONE;
        }

        /** @param from what the seconds count from */
        static StringBuilder text(List<Seen> seen, long from) {
            StringBuilder users = new StringBuilder(48 * seen.size()).append(seen.size());
            for (Seen user : seen) {
                users.append(' ').append(user.id()).append('/');
                users.append(user.isForgotten() ? FORGOTTEN : hex(user.fingerprint()));
                users.append('/').append(user.lastUpdated() - from);
            }
            return users;
        }

        static List<Seen> parse(String part, long from, StoredText.Kind kind) {
            return users(
                    part,
                    kind,
                    user -> new Seen(
                            user[0],
                            from + Long.parseLong(user[2]),
                            user[1].equals(FORGOTTEN) ? NONE : Long.parseUnsignedLong(user[1], 16)));
        }
    }

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
        if (!segments.isEmpty()) {
            StringBuilder names = text.part("segments").append(segments.size());
            segments.forEach(segment -> names.append(' ').append(segment.name()));
        }
        return text.part("seen", Seen.text(seen, from)).finish();
    }

    /**
     * Reads a text, and those that it names.
     *
     * @param store where the others are
     * @param queryHash the query that the cursor must be for
     * @throws UnusableCursorException if the text is not the whole of a cursor for this query: to start over would deliver
     *     everything again, or skip
     */
    public static ChangeCursor parse(String text, long queryHash, CursorStore store) {
        StoredText.Reader parts = new StoredText.Reader(KIND, queryHash, text);
        try {
            long from = Instant.parse(parts.part("from")).getEpochSecond();
            long watermark = Instant.parse(parts.part("watermark")).getEpochSecond();
            List<FailedUser> failed = users(
                    parts.part("failed"),
                    KIND,
                    user -> new FailedUser(user[0], Long.parseUnsignedLong(user[1], 16), Integer.parseInt(user[2])));
            String[] names = parts.hasPart("segments") ? parts.part("segments").split(" ", -1) : new String[] {"0"};
            List<Seen> seen = Seen.parse(parts.part("seen"), from, KIND);
            parts.end();
            if (Integer.parseInt(names[0]) != names.length - 1) {
                throw KIND.damaged();
            }
            List<SeenSegment> segments = new ArrayList<>();
            for (String name : List.of(names).subList(1, names.length)) {
                segments.add(SeenSegment.load(name, queryHash, store));
            }
            return new ChangeCursor(queryHash, from, watermark, segments, seen, failed);
        } catch (DateTimeException | NumberFormatException e) {
            throw KIND.damaged();
        }
    }

    private static <T> List<T> users(String part, StoredText.Kind kind, Function<String[], T> read) {
        String[] words = part.split(" ", -1);
        int count = Integer.parseInt(words[0]);
        if (count != words.length - 1) {
            throw kind.damaged();
        }
        List<T> users = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            String[] user = words[i].split("/", -1);
            if (user.length != 3) {
                throw kind.damaged();
            }
            users.add(read.apply(user));
        }
        return users;
    }
}
