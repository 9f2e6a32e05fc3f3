/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.History.Write;
import java.util.ArrayList;
import java.util.List;

/** Knows who lives and who is in the search, and judges what was said of whom. */
final class DeletionOracle {
    private final DeletionHistory history;
    private final List<Write> writes;
    private final List<List<Event>> events = new ArrayList<>();
    private final ChangeType[] said = new ChangeType[HistoryMaker.MOST_USERS];
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

    /**
     * An exchange is handed out.
     *
     * @param from where the cursor stood when the poll began
     */
    void said(ChangeType type, ListedUser row, long now, long from) {
        if (type == ChangeType.created && row.created() < from) {
            throw new AssertionError("Said to be created, and was before the cursor: " + row.id());
        }
        Write truth = newest(ModelIndex.userOf(row), now);
        if (type == ChangeType.deleted && (truth == null || !truth.deletes())) {
            throw new AssertionError("Said to be deleted, and lives: " + row.id());
        }
        if (!type.isDeparture()) {
            said[ModelIndex.userOf(row)] = null;
        }
        if (type == ChangeType.outOfScope && !history.searched()) {
            throw new AssertionError("Said to be outside a search that is not there: " + row.id());
        }
    }

    /** The route did its work. */
    void delivered(ChangeType type, ListedUser row) {
        List<Event> before = events.get(ModelIndex.userOf(row));
        int write = type.isDeparture() ? -1 : ModelIndex.writeOf(row);
        // Where the user was handed out as living meanwhile, it is right to say it again, also if that exchange failed.
        if (!killed && type.isDeparture() && said[ModelIndex.userOf(row)] == type) {
            throw new AssertionError("Said twice to be " + type + ": " + row.id());
        }
        said[ModelIndex.userOf(row)] = type.isDeparture() ? type : null;
        before.add(new Event(type, write));
    }

    /** All is quiet: the last word about each user must be true, and there must be one about those who are no more. */
    void end(long now) {
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            List<Event> words = events.get(user);
            Write truth = newest(user, now);
            if (truth == null
                    || words.isEmpty()
                    || history.history().setup().poison().contains(user)
                    || history.history().setup().skip()
                            && history.history().setup().failing() > 0) {
                continue;
            }
            Event last = words.get(words.size() - 1);
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
