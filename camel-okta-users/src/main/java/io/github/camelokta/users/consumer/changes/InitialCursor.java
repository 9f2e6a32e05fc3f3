/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the cursor where none is stored. Nothing before it is looked at: the horizon counts from where it starts. */
final class InitialCursor {
    private final UserIndex index;
    private final ChangeSettings settings;
    private final ChangeNotices notices;

    InitialCursor(UserIndex index, ChangeSettings settings, ChangeNotices notices) {
        this.index = index;
        this.settings = settings;
        this.notices = notices;
    }

    ChangeCursor cursor() {
        ChangeCursor cursor =
                settings.startFrom().now() ? newest() : at(settings.startFrom().second(), List.of());
        notices.initialCursor(Instant.ofEpochSecond(cursor.from()).toString());
        return cursor;
    }

    /** The users of the newest second count as seen; that second may not be over. */
    private ChangeCursor newest() {
        List<ListedUser> newest =
                index.query(RowQuery.newest(RowQuery.SortedBy.LAST_UPDATED)).users();
        if (newest.isEmpty()) {
            return at(0, List.of());
        }
        long second = newest.get(0).lastUpdated();
        Map<String, Seen> seen = new LinkedHashMap<>();
        ChangeScanner.SameSecondReader reader =
                new ChangeScanner.SameSecondReader(index, RowQuery.SortedBy.LAST_UPDATED, second, settings.limit());
        while (!reader.isDone()) {
            for (ListedUser user : reader.next()) {
                seen.put(user.id(), new Seen(user.id(), second, user.fingerprint()));
            }
        }
        return at(second, List.copyOf(seen.values()));
    }

    private ChangeCursor at(long second, List<Seen> seen) {
        return new ChangeCursor(settings.queryHash(), second, second, List.of(), seen, List.of());
    }
}
