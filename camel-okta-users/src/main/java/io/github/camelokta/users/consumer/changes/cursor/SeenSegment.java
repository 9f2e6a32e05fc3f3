/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import java.util.List;

/** Users that were delivered, stored as a text of their own beside the cursor's, which names it. Compared by identity. */
public final class SeenSegment {
    private static final StoredText.Kind KIND = new StoredText.Kind(
            "okta-users-seen",
            "segment of the cursor",
            "mode=changes",
            "query",
            "delete the cursor with all its parts to begin where startFrom says");

    private final int number;
    private final List<Seen> users;
    private String check;

    /** @param number its place in the store, from 1 */
    public SeenSegment(int number, List<Seen> users) {
        this.number = number;
        this.users = users;
    }

    public int number() {
        return number;
    }

    public List<Seen> users() {
        return users;
    }

    /** How the cursor names it: by its number and its checksum. */
    String name() {
        return number + "/" + check;
    }

    /** Stores it; once. */
    public void save(long queryHash, CursorStore store) {
        StringBuilder text = new StringBuilder();
        StoredText.Writer writer = new StoredText.Writer(KIND, queryHash, 48 * users.size());
        writer.part("number", number);
        text.append(Seen.text(users, 0));
        String line = writer.part("seen", text).finish();
        check = StoredText.check(line);
        part(store, number).save(line);
    }

    /** @throws UnusableCursorException if what is stored is not what the cursor names */
    static SeenSegment load(String name, long queryHash, CursorStore store) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw KIND.damaged();
        }
        int number = Integer.parseInt(name.substring(0, slash));
        String text = part(store, number).load();
        StoredText.Reader parts = new StoredText.Reader(KIND, queryHash, text);
        try {
            if (Integer.parseInt(parts.part("number")) != number) {
                throw KIND.damaged();
            }
            SeenSegment segment = new SeenSegment(number, Seen.parse(parts.part("seen"), 0, KIND));
            parts.end();
            segment.check = StoredText.check(text);
            if (!segment.name().equals(name)) {
                throw KIND.damaged();
            }
            return segment;
        } catch (NumberFormatException e) {
            throw KIND.damaged();
        }
    }

    private static CursorStore part(CursorStore store, int number) {
        return store.part("seen" + number);
    }
}
