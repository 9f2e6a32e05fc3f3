/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import io.github.camelokta.users.poll.changes.History.Write;
import java.util.ArrayList;
import java.util.List;

/** Knows who lives and who is in the search, and judges what was said of whom. */
final class DeletionOracle {
    private final DeletionHistory history;
    private final List<Write> writes;
    private final List<List<Event>> events = new ArrayList<>();
    private boolean killed;

    /** @param write that of a living user, else -1 */
    private record Event(ChangeType type, int write) {}

    DeletionOracle(DeletionHistory history) {
        this.history = history;
        this.writes = history.history().writes();
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            events.add(new ArrayList<>());
        }
    }

    void killed() {
        killed = true;
    }

    /** An exchange is handed out. */
    void said(ChangeType type, UserRow row, long now) {
        Write truth = newest(ModelIndex.userOf(row), now);
        if (type == ChangeType.deleted && (truth == null || !truth.deletes())) {
            throw new AssertionError("Said to be deleted, and lives: " + row.id());
        }
        if (type == ChangeType.outOfScope && !history.searched()) {
            throw new AssertionError("Said to be outside a search that is not there: " + row.id());
        }
    }

    /** The route did its work. */
    void delivered(ChangeType type, UserRow row) {
        List<Event> before = events.get(ModelIndex.userOf(row));
        int write = type.isDeparture() ? -1 : ModelIndex.writeOf(row);
        Event event = new Event(type, write);
        if (!killed
                && type.isDeparture()
                && !before.isEmpty()
                && before.get(before.size() - 1).equals(event)) {
            throw new AssertionError("Said twice to be " + type + ": " + row.id());
        }
        if (!killed && type == ChangeType.created && before.stream().anyMatch(past -> past.write >= 0)) {
            throw new AssertionError("Said to be created, and was delivered before: " + row.id());
        }
        if (type == ChangeType.created && row.created() > row.lastUpdated()) {
            throw new AssertionError("Created after it was updated: " + row.id());
        }
        before.add(event);
    }

    /** All is quiet: the last word about each user must be true, and there must be one about those who are no more. */
    void end(long now) {
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            List<Event> said = events.get(user);
            Write truth = newest(user, now);
            if (truth == null
                    || said.isEmpty()
                    || history.history().setup().poison().contains(user)
                    || history.history().setup().skip()
                            && history.history().setup().failing() > 0) {
                continue;
            }
            Event last = said.get(said.size() - 1);
            boolean outside = history.searched() && truth.content() == ModelIndex.OUTSIDE;
            boolean right;
            if (truth.deletes()) {
                right = last.type == ChangeType.deleted;
            } else if (outside) {
                right = last.type == ChangeType.outOfScope;
            } else {
                right = last.write >= 0 && isState(last.write, truth);
            }
            if (!right) {
                throw new AssertionError("The last word about u" + user + " is " + last + ", but: " + truth);
            }
        }
    }

    private boolean isState(int write, Write truth) {
        Write delivered = writes.get(write);
        return delivered.second() == truth.second() && delivered.content() == truth.content();
    }

    private Write newest(int user, long now) {
        Write newest = null;
        for (Write write : writes) {
            newest = write.user() == user && write.at() <= now ? write : newest;
        }
        return newest;
    }
}
