/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Pending;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the text of a cursor. What is not whole is refused: starting over would deliver everything again, or skip. */
public final class CursorParser {
    private final long queryHash;

    /** @param queryHash the query that the cursor must be for */
    public CursorParser(long queryHash) {
        this.queryHash = queryHash;
    }

    /** @throws UnusableCursorException if the text is not the whole of a cursor for this query */
    public ChangeCursor parse(String text) {
        if (!text.startsWith(CursorText.MAGIC + " v")) {
            throw new UnusableCursorException(
                    "is not one of mode=changes, or its beginning is lost: look what else writes"
                            + " under this key, or delete it to begin where startFrom says");
        }
        if (!text.startsWith(CursorText.MAGIC + " " + CursorText.VERSION + CursorText.PART)) {
            throw new UnusableCursorException("was written by another version of this component, which this one cannot"
                    + " read: go back to that version, or delete it to begin where startFrom says");
        }
        int end = text.lastIndexOf(CursorText.CHECK);
        if (end < 0
                || !text.substring(end + CursorText.CHECK.length())
                        .equals(CursorText.checksum(text.substring(0, end)))) {
            throw damaged();
        }
        ChangeCursor cursor = parts(text.substring(0, end).split(" \\| ", -1));
        if (cursor.queryHash() != queryHash) {
            throw new UnusableCursorException("belongs to another query: give the changed query a name of its own,"
                    + " or delete the cursor to begin where startFrom says");
        }
        return cursor;
    }

    private static ChangeCursor parts(String[] parts) {
        if (parts.length != 6) {
            throw damaged();
        }
        try {
            long hash = Long.parseUnsignedLong(value(parts[1], "query"), 16);
            long from = Instant.parse(value(parts[2], "from")).getEpochSecond();
            long watermark = Instant.parse(value(parts[3], "watermark")).getEpochSecond();
            List<Pending> pending = users(
                    value(parts[4], "pending"),
                    user -> new Pending(user[0], Long.parseUnsignedLong(user[1], 16), Integer.parseInt(user[2])));
            List<Seen> seen = users(
                    value(parts[5], "seen"),
                    user -> new Seen(user[0], from + Long.parseLong(user[2]), Long.parseUnsignedLong(user[1], 16)));
            return new ChangeCursor(hash, from, watermark, seen, pending);
        } catch (DateTimeException | NumberFormatException e) {
            throw damaged();
        }
    }

    private static String value(String part, String name) {
        if (!part.startsWith(name + " ")) {
            throw damaged();
        }
        return part.substring(name.length() + 1);
    }

    private static <T> List<T> users(String part, Function<String[], T> read) {
        String[] words = part.split(" ", -1);
        int count = Integer.parseInt(words[0]);
        if (count != words.length - 1) {
            throw damaged();
        }
        List<T> users = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            String[] user = words[i].split("/", -1);
            if (user.length != 3) {
                throw damaged();
            }
            users.add(read.apply(user));
        }
        return users;
    }

    private static UnusableCursorException damaged() {
        return new UnusableCursorException("is damaged, as by a crash while it was written: restore an older one, which"
                + " is safe and only repeats, or delete it to begin where startFrom says");
    }
}
