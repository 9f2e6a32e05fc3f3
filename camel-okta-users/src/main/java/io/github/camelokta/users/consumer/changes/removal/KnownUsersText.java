/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.cursor.StoredText;
import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.time.DateTimeException;
import java.time.Instant;

/** The two texts of the known users: one of most ids, seldom written, and one of the others and of what is to be done. */
final class KnownUsersText {
    private static final String REMEDY =
            "delete both of detectDeletions' entries to begin anew, without those deleted before";
    private static final StoredText.Kind IDS = kind("okta-users-ids");
    private static final StoredText.Kind NOTES = kind("okta-users-removals");
    private static final String NONE = "-";

    private KnownUsersText() {}

    private static StoredText.Kind kind(String magic) {
        return new StoredText.Kind(magic, "set of known users", "detectDeletions", "search", REMEDY);
    }

    static String ids(long searchHash, KnownUsers known) {
        String base = text(known.base());
        return new StoredText.Writer(IDS, searchHash, base.length())
                .part("base", base)
                .finish();
    }

    static String notes(long searchHash, KnownUsers known) {
        return new StoredText.Writer(NOTES, searchHash, 20 * known.recent().size())
                .part("listed", known.listed() == null ? NONE : known.listed())
                .part("turn", known.turn() == null ? NONE : known.turn())
                .part("base", known.base().size())
                .part("recent", text(known.recent()))
                .part("missing", text(known.missing()))
                .part("outside", text(known.outside()))
                .part("gone", text(known.gone()))
                .part("leaving", text(known.leaving()))
                .finish();
    }

    /**
     * Reads both.
     *
     * @param ids null if there is none
     * @throws UnusableCursorException if one is not the whole of such a text for this search, or they do not belong together:
     *     whose ids are lost would never be reported
     */
    static KnownUsers parse(long searchHash, String ids, String notes) {
        StoredText.Reader parts = new StoredText.Reader(NOTES, searchHash, notes);
        try {
            String listed = parts.part("listed");
            String turn = parts.part("turn");
            int baseSize = Integer.parseInt(parts.part("base"));
            if (ids == null && baseSize > 0) {
                throw new UnusableCursorException(NOTES.thing(), "lacks its larger part: restore that, or " + REMEDY);
            }
            SortedIds recent = ids(parts.part("recent"));
            SortedIds missing = ids(parts.part("missing"));
            SortedIds outside = ids(parts.part("outside"));
            SortedIds gone = ids(parts.part("gone"));
            SortedIds leaving = ids(parts.part("leaving"));
            parts.end();
            return new KnownUsers(
                    ids == null ? SortedIds.NONE : base(searchHash, ids),
                    recent,
                    missing,
                    outside,
                    leaving,
                    gone,
                    listed.equals(NONE) ? null : Instant.parse(listed),
                    turn.equals(NONE) ? null : PackedUserId.of(turn));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw NOTES.damaged();
        }
    }

    private static SortedIds base(long searchHash, String text) {
        StoredText.Reader parts = new StoredText.Reader(IDS, searchHash, text);
        SortedIds base = ids(parts.part("base"));
        parts.end();
        return base;
    }

    private static String text(SortedIds ids) {
        return ids.size() + " " + IdText.of(ids);
    }

    private static SortedIds ids(String part) {
        String[] countAndIds = part.split(" ");
        SortedIds ids = IdText.parse(countAndIds.length == 2 ? countAndIds[1] : "");
        if (ids.size() != Integer.parseInt(countAndIds[0])) {
            throw NOTES.damaged();
        }
        return ids;
    }
}
