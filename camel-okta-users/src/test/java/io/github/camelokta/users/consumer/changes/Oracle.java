/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.History.Setup;
import io.github.camelokta.users.consumer.changes.History.Write;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows what happened and judges what was delivered. */
final class Oracle {
    private final History history;
    private final int[] lastDelivered = new int[HistoryMaker.MOST_USERS];
    private final Set<Integer> delivered = new HashSet<>();
    private final Set<List<Object>> tried = new HashSet<>();
    private final List<Integer> confirmedSinceStore = new ArrayList<>();
    private final Set<Integer> mayRepeat = new HashSet<>();
    private final List<ListedUser> stood = new ArrayList<>();
    private final Set<List<Object>> notWanted = new HashSet<>();
    private final Set<String> deliveredSincePoll = new HashSet<>();
    private long startSecond = Long.MIN_VALUE;
    private long startedAt = Long.MIN_VALUE;
    private ChangeCursor stored;

    Oracle(History history) {
        this.history = history;
        Arrays.fill(lastDelivered, -1);
    }

    /** startFrom=now looks for the newest: once something is delivered, no later start may count. */
    void readAtStart(List<ListedUser> rows, long now) {
        if (delivered.isEmpty()) {
            startedAt = now;
            for (ListedUser row : rows) {
                notWanted.add(key(row));
                startSecond = row.lastUpdated();
            }
        }
    }

    /** A row was read by a poll. */
    void read(ListedUser row, long now) {
        if (ModelIndex.writeOf(row) == newest(ModelIndex.userOf(row), now)) {
            stood.add(row);
        }
    }

    void pollBegins() {
        deliveredSincePoll.clear();
        forgetRead();
    }

    /** What was read so far in the poll is not used. */
    void forgetRead() {
        stood.clear();
    }

    /** A poll ran to its end. A state that met another one of its user under way had to wait for the next. */
    void pollEnds() {
        for (ListedUser row : stood) {
            boolean waited = history.setup().parallel() > 1 && deliveredSincePoll.contains(row.id());
            if (!waited && !tried.contains(key(row)) && !notWanted.contains(key(row))) {
                throw new AssertionError("A state that a poll read while it stood was not delivered: " + shown(row));
            }
        }
    }

    void tried(ListedUser row) {
        tried.add(key(row));
        deliveredSincePoll.add(row.id());
    }

    /** The route did its work with a row. */
    void delivered(ListedUser row) {
        int write = ModelIndex.writeOf(row);
        int user = ModelIndex.userOf(row);
        if (row.lastUpdated() < startSecond) {
            throw new AssertionError("Delivered though older than the start: " + shown(row));
        }
        if (write < lastDelivered[user]) {
            throw new AssertionError("Delivered after a newer state of the user: " + shown(row));
        }
        lastDelivered[user] = write;
        if (!delivered.add(write) && !mayRepeat.remove(write)) {
            throw new AssertionError("Delivered twice: " + shown(row));
        }
    }

    void confirmed(ListedUser row) {
        confirmedSinceStore.add(ModelIndex.writeOf(row));
        Setup setup = history.setup();
        int page = setup.wholePages() ? setup.limit() * setup.parallel() : setup.limit() + setup.parallel();
        int retries = setup.failing() > 0 ? setup.maxPending() : 0;
        if (!setup.outliving() && confirmedSinceStore.size() > page + retries) {
            throw new AssertionError("More than a page is confirmed and not stored");
        }
    }

    void stored(ChangeCursor cursor, int maxPending) {
        confirmedSinceStore.clear();
        if (cursor == null) {
            return;
        }
        if (stored != null && (cursor.from() < stored.from() || cursor.watermark() < stored.watermark())) {
            throw new AssertionError("The cursor went back: " + stored + " to " + cursor);
        }
        if (cursor.failed().size() > maxPending || cursor.seen().size() > HistoryMaker.MOST_USERS) {
            throw new AssertionError("The cursor grows without bound: " + cursor);
        }
        if (cursor.seen().stream().anyMatch(user -> user.lastUpdated() < cursor.from())) {
            throw new AssertionError("The cursor keeps what is not read again: " + cursor);
        }
        stored = cursor;
    }

    /** @param inFlight those that the route did its work with, though it could not say so */
    void killed(List<ListedUser> inFlight) {
        mayRepeat.addAll(confirmedSinceStore);
        confirmedSinceStore.clear();
        inFlight.forEach(row -> mayRepeat.add(ModelIndex.writeOf(row)));
    }

    /** All is quiet: each user's final state must have come last. */
    void end() {
        boolean mayBeSkipped = history.setup().skip() && history.setup().failing() > 0;
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            int last = newest(user, Long.MAX_VALUE);
            if (last < 0
                    || history.writes().get(last).deletes()
                    || history.setup().poison().contains(user)) {
                continue;
            }
            Write write = history.writes().get(last);
            ListedUser row = ModelIndex.row(last, write);
            if (write.at() <= startedAt || notWanted.contains(key(row)) || mayBeSkipped) {
                continue;
            }
            int delivered = lastDelivered[user];
            if (delivered < 0
                    || !key(row).equals(key(
                            ModelIndex.row(delivered, history.writes().get(delivered))))) {
                throw new AssertionError("The final state never came: " + shown(row) + ", but write " + delivered);
            }
        }
    }

    private int newest(int user, long now) {
        for (int i = history.writes().size() - 1; i >= 0; i--) {
            Write write = history.writes().get(i);
            if (write.user() == user && write.at() <= now) {
                return i;
            }
        }
        return -1;
    }

    private String shown(ListedUser row) {
        return history.writes().get(ModelIndex.writeOf(row)).toString();
    }

    private static List<Object> key(ListedUser row) {
        return List.of(row.id(), row.fingerprint());
    }
}
