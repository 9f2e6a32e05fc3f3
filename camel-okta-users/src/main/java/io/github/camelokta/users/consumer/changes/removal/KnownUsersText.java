/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static io.github.camelokta.users.consumer.changes.cursor.CursorText.CHECK;
import static io.github.camelokta.users.consumer.changes.cursor.CursorText.PART;

import io.github.camelokta.users.consumer.changes.cursor.CursorText;
import java.util.List;

/**
 * Writes who is known as two lines without {@code =}, like a cursor's: parts parted by {@code " | "}, each a name and a value, the
 * last one the checksum of all before it.
 */
final class KnownUsersText {
    static final String IDS = "okta-users-ids v1";
    static final String NOTES = "okta-users-departures v1";
    static final String NONE = "-";
    /** The last part; a text without it holds none. */
    static final String LEAVING = "leaving";

    private KnownUsersText() {}

    static String ids(long searchHash, KnownUsers known) {
        return line(IDS, List.of("search", Long.toHexString(searchHash), "base", text(known.base())));
    }

    static String notes(long searchHash, KnownUsers known) {
        return line(
                NOTES,
                List.of(
                        "search",
                        Long.toHexString(searchHash),
                        "listed",
                        known.listed() == null ? NONE : known.listed().toString(),
                        "turn",
                        known.turn() == null ? NONE : known.turn().toString(),
                        "base",
                        String.valueOf(known.base().size()),
                        "recent",
                        text(known.recent()),
                        "missing",
                        text(known.missing()),
                        "outside",
                        text(known.outside()),
                        "gone",
                        text(known.gone()),
                        LEAVING,
                        text(known.leaving())));
    }

    private static String text(SortedIds ids) {
        return ids.size() + " " + IdText.of(ids);
    }

    private static String line(String title, List<String> namesAndValues) {
        int length = namesAndValues.stream().mapToInt(word -> word.length() + 4).sum();
        StringBuilder line = new StringBuilder(title.length() + length + 20).append(title);
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            line.append(PART).append(namesAndValues.get(i));
            line.append(' ').append(namesAndValues.get(i + 1));
        }
        String checksum = CursorText.checksum(line.toString());
        return line.append(CHECK).append(checksum).toString();
    }
}
