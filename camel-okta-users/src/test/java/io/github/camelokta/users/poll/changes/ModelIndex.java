/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import io.github.camelokta.users.poll.changes.History.Paging;
import io.github.camelokta.users.poll.changes.History.Write;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Okta's search as far as it is known: each write appears after a delay of its own, and the newest that has stands. */
final class ModelIndex implements UserIndex {
    private static final Comparator<UserRow> ORDER =
            Comparator.comparingLong(UserRow::lastUpdated).thenComparing(UserRow::id);

    private final List<Write> writes;
    private final Paging paging;
    private final boolean dates;
    private final Wire wire;
    private final LongSupplier clock;

    /** The way to the index and back: each takes time, and things happen meanwhile. */
    interface Wire {
        /** @return milliseconds that half of the way took */
        long half();

        void read(RowQuery query, List<UserRow> rows);
    }

    /** @param writes by time */
    ModelIndex(List<Write> writes, Paging paging, boolean dates, LongSupplier clock, Wire wire) {
        this.writes = writes;
        this.paging = paging;
        this.dates = dates;
        this.clock = clock;
        this.wire = wire;
    }

    static int writeOf(UserRow row) {
        return ByteBuffer.wrap(row.json()).getInt();
    }

    static int userOf(UserRow row) {
        return row.id().charAt(1) - 'a';
    }

    @Override
    public IndexPage query(RowQuery query) {
        return page(query, 0, null);
    }

    @Override
    public boolean exists(String id) {
        wire.half();
        int user = id.charAt(1) - 'a';
        Write newest = null;
        for (Write write : writes) {
            if (write.user() == user && write.at() <= clock.getAsLong()) {
                newest = write;
            }
        }
        wire.half();
        return newest != null && !newest.deletes();
    }

    private IndexPage page(RowQuery query, int position, UserRow anchor) {
        long there = wire.half();
        List<UserRow> result = result(query);
        int from = anchor == null ? 0 : start(result, position, anchor);
        int to = Math.min(from + query.limit(), result.size());
        List<UserRow> rows = List.copyOf(result.subList(from, to));
        OptionalLong date = dates ? OptionalLong.of(Math.floorDiv(clock.getAsLong(), 1000L)) : OptionalLong.empty();
        wire.read(query, rows);
        Duration took = Duration.ofMillis(there + wire.half());
        boolean last = to == result.size();
        return new IndexPage(rows, date, took, last ? null : () -> page(query, to, rows.get(rows.size() - 1)));
    }

    private int start(List<UserRow> result, int position, UserRow anchor) {
        if (paging == Paging.OFFSET) {
            return Math.min(position, result.size());
        }
        UserRow after = anchor;
        if (paging == Paging.ID_ANCHORED) {
            UserRow now = shown(userOf(anchor));
            after = now == null ? anchor : now;
        }
        int found = Collections.binarySearch(result, after, ORDER);
        return found < 0 ? -found - 1 : found + 1;
    }

    private List<UserRow> result(RowQuery query) {
        List<UserRow> result = new ArrayList<>();
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            UserRow row = shown(user);
            if (row != null && matches(query, row)) {
                result.add(row);
            }
        }
        result.sort(query.kind() == RowQuery.Kind.NEWEST ? ORDER.reversed() : ORDER);
        return result;
    }

    private static boolean matches(RowQuery query, UserRow row) {
        return switch (query.kind()) {
            case SINCE -> row.lastUpdated() >= query.second();
            case EXACTLY -> row.lastUpdated() == query.second();
            case USER -> row.id().equals(query.id());
            case NEWEST -> true;
        };
    }

    private UserRow shown(int user) {
        long now = clock.getAsLong();
        for (int i = writes.size() - 1; i >= 0; i--) {
            Write write = writes.get(i);
            if (write.user() == user && write.visible() <= now) {
                return write.deletes() ? null : row(i, write);
            }
        }
        return null;
    }

    static UserRow row(int number, Write write) {
        long fingerprint = write.second() * 31 + write.content();
        byte[] json = ByteBuffer.allocate(4).putInt(number).array();
        return new UserRow("u" + (char) ('a' + write.user()), write.second(), fingerprint, json);
    }
}
