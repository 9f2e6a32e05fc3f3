/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.History.Paging;
import io.github.camelokta.users.consumer.changes.History.Write;
import io.github.camelokta.users.consumer.changes.UserIndex.IndexPage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Okta's search as far as it is known: each write appears after a delay of its own, and the newest that has stands. */
final class ModelIndex implements UserIndex {
    /** What the search of the endpoint leaves out, where there is one. */
    static final int OUTSIDE = 2;

    private final List<Write> writes;
    private final long[] created = new long[HistoryMaker.MOST_USERS];
    private final boolean searched;
    private final LongSupplier staleness;
    private final Paging paging;
    private final boolean dates;
    private final Wire wire;
    private final LongSupplier clock;

    /** The way to the index and back: each takes time, and things happen meanwhile. */
    interface Wire {
        /** @return milliseconds that half of the way took */
        long half();

        void read(RowQuery query, List<ListedUser> rows);
    }

    /** @param writes by time */
    ModelIndex(List<Write> writes, Paging paging, boolean dates, LongSupplier clock, Wire wire) {
        this(writes, false, () -> 0, paging, dates, clock, wire);
    }

    /**
     * @param searched whether the endpoint has a search of its own
     * @param staleness by how many milliseconds the replica that answers next is behind
     */
    ModelIndex(
            List<Write> writes,
            boolean searched,
            LongSupplier staleness,
            Paging paging,
            boolean dates,
            LongSupplier clock,
            Wire wire) {
        this.writes = writes;
        for (int i = writes.size() - 1; i >= 0; i--) {
            created[writes.get(i).user()] = writes.get(i).second();
        }
        this.searched = searched;
        this.staleness = staleness;
        this.paging = paging;
        this.dates = dates;
        this.clock = clock;
        this.wire = wire;
    }

    static int writeOf(ListedUser row) {
        return ByteBuffer.wrap(row.json()).getInt();
    }

    static int userOf(ListedUser row) {
        return row.id().charAt(1) - 'a';
    }

    @Override
    public IndexPage query(RowQuery query) {
        return page(query, 0, null);
    }

    @Override
    public Optional<byte[]> find(String id) {
        wire.half();
        int user = id.charAt(1) - 'a';
        Write newest = null;
        for (Write write : writes) {
            if (write.user() == user && write.at() <= clock.getAsLong()) {
                newest = write;
            }
        }
        wire.half();
        return newest == null || newest.deletes()
                ? Optional.empty()
                : Optional.of(row(writes.indexOf(newest), newest).json());
    }

    private IndexPage page(RowQuery query, int position, ListedUser anchor) {
        long there = wire.half();
        long asOf = clock.getAsLong() - staleness.getAsLong();
        List<ListedUser> result = result(query, asOf);
        int from = anchor == null ? 0 : start(query, result, asOf, position, anchor);
        int to = Math.min(from + query.limit(), result.size());
        List<ListedUser> rows = List.copyOf(result.subList(from, to));
        OptionalLong date = dates ? OptionalLong.of(Math.floorDiv(clock.getAsLong(), 1000L)) : OptionalLong.empty();
        wire.read(query, rows);
        Duration took = Duration.ofMillis(there + wire.half());
        boolean last = to == result.size();
        return new IndexPage(
                rows,
                date,
                took,
                Duration.ofMillis(clock.getAsLong()),
                last ? null : () -> page(query, to, rows.get(rows.size() - 1)));
    }

    private int start(RowQuery query, List<ListedUser> result, long asOf, int position, ListedUser anchor) {
        if (paging == Paging.OFFSET) {
            return Math.min(position, result.size());
        }
        ListedUser after = anchor;
        if (paging == Paging.ID_ANCHORED) {
            ListedUser now = shown(userOf(anchor), asOf);
            after = now == null ? anchor : now;
        }
        int found = Collections.binarySearch(result, after, order(query));
        return found < 0 ? -found - 1 : found + 1;
    }

    private List<ListedUser> result(RowQuery query, long asOf) {
        List<ListedUser> result = new ArrayList<>();
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            ListedUser row = shown(user, asOf);
            if (row != null && matches(query, row)) {
                result.add(row);
            }
        }
        result.sort(query.kind() == RowQuery.Kind.NEWEST ? order(query).reversed() : order(query));
        return result;
    }

    private static Comparator<ListedUser> order(RowQuery query) {
        return Comparator.comparingLong((ListedUser row) -> query.sortedBy().of(row))
                .thenComparing(ListedUser::id);
    }

    private boolean matches(RowQuery query, ListedUser row) {
        if (searched && writes.get(writeOf(row)).content() == OUTSIDE) {
            return false;
        }
        return switch (query.kind()) {
            case SINCE -> query.sortedBy().of(row) >= query.second();
            case EXACTLY -> query.sortedBy().of(row) == query.second();
            case USER -> row.id().equals(query.id());
            case NEWEST -> true;
        };
    }

    private ListedUser shown(int user, long asOf) {
        for (int i = writes.size() - 1; i >= 0; i--) {
            Write write = writes.get(i);
            if (write.user() == user && write.visible() <= asOf) {
                return write.deletes() ? null : row(i, write, created[user]);
            }
        }
        return null;
    }

    static ListedUser row(int number, Write write) {
        return row(number, write, ListedUser.UNKNOWN);
    }

    private static ListedUser row(int number, Write write, long created) {
        long fingerprint = write.second() * 31 + write.content();
        byte[] json = ByteBuffer.allocate(4).putInt(number).array();
        return new ListedUser("u" + (char) ('a' + write.user()), write.second(), created, fingerprint, json);
    }
}
