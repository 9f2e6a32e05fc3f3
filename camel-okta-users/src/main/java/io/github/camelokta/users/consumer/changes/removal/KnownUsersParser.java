/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static io.github.camelokta.users.consumer.changes.cursor.CursorText.CHECK;
import static io.github.camelokta.users.consumer.changes.removal.KnownUsersText.NONE;

import io.github.camelokta.users.consumer.changes.cursor.CursorText;
import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;

/** Reads the two texts of who is known. What is not whole is refused: whose ids are lost would never be reported. */
final class KnownUsersParser {
    private static final String REMEDY =
            ", or delete both of detectDeletions' entries to begin anew, without those deleted before";

    private final long searchHash;

    /** @param searchHash the search that they must be for */
    KnownUsersParser(long searchHash) {
        this.searchHash = searchHash;
    }

    /**
     * @param ids null if there is none
     * @throws UnusableCursorException if one is not the whole of such a text for this search, or they do not belong together
     */
    KnownUsers parse(String ids, String notes) {
        try {
            Iterator<String> parts = parts(notes, KnownUsersText.NOTES);
            String listed = value(parts, "listed");
            String turn = value(parts, "turn");
            int baseSize = Integer.parseInt(value(parts, "base"));
            if (ids == null && baseSize > 0) {
                throw unusable("lacks its larger part: restore that" + REMEDY);
            }
            SortedIds recent = ids(parts, "recent");
            SortedIds missing = ids(parts, "missing");
            SortedIds outside = ids(parts, "outside");
            SortedIds gone = ids(parts, "gone");
            SortedIds leaving = parts.hasNext() ? ids(parts, KnownUsersText.LEAVING) : SortedIds.NONE;
            SortedIds base = ids == null ? SortedIds.NONE : ids(parts(ids, KnownUsersText.IDS), "base");
            return new KnownUsers(
                    base,
                    recent,
                    missing,
                    outside,
                    leaving,
                    gone,
                    listed.equals(NONE) ? null : Instant.parse(listed),
                    turn.equals(NONE) ? null : PackedUserId.of(turn));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private Iterator<String> parts(String text, String title) {
        String kind = title.substring(0, title.indexOf(' ') + 1);
        if (text == null || !text.startsWith(kind)) {
            throw unusable(
                    "is not one of detectDeletions, or its beginning is lost: look what else writes under this key"
                            + REMEDY);
        }
        if (!text.startsWith(title + CursorText.PART)) {
            throw unusable("was written by another version of this component, which this one cannot read: go back to"
                    + " that version" + REMEDY);
        }
        int end = text.lastIndexOf(CHECK);
        if (end < 0 || !text.substring(end + CHECK.length()).equals(CursorText.checksum(text.substring(0, end)))) {
            throw damaged();
        }
        Iterator<String> parts =
                Arrays.asList(text.substring(0, end).split(" \\| ")).iterator();
        parts.next();
        if (Long.parseUnsignedLong(value(parts, "search"), 16) != searchHash) {
            throw unusable("belongs to another search: give the changed search a name of its own" + REMEDY);
        }
        return parts;
    }

    private static String value(Iterator<String> parts, String name) {
        String part = parts.hasNext() ? parts.next() : "";
        if (!part.startsWith(name + " ")) {
            throw damaged();
        }
        return part.substring(name.length() + 1);
    }

    private static SortedIds ids(Iterator<String> parts, String name) {
        String[] countAndIds = value(parts, name).split(" ");
        SortedIds ids = IdText.parse(countAndIds[1]);
        if (ids.size() != Integer.parseInt(countAndIds[0])) {
            throw damaged();
        }
        return ids;
    }

    private static UnusableCursorException damaged() {
        return unusable("is damaged, as by a crash while it was written: restore an older one" + REMEDY);
    }

    private static UnusableCursorException unusable(String why) {
        return new UnusableCursorException("set of known users", why);
    }
}
