/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.FailedUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The users that failed, in their turn, each with the poll in which it is tried again. Not thread-safe. */
public final class RetryQueue {
    private static final int LONGEST_WAIT = 64;

    private final int most;
    private final Map<String, Entry> users = new LinkedHashMap<>();

    /** @param vain how often in a row there was nothing to try; not stored, so that a restart only looks longer */
    private record Entry(FailedUser user, int vain, long due) {}

    /** @param most how many there may be */
    public RetryQueue(int most) {
        this.most = most;
    }

    /** Takes over stored ones; all are due. */
    void restore(List<FailedUser> stored) {
        for (FailedUser user : stored) {
            users.put(user.id(), new Entry(user, 0, 0));
        }
    }

    List<FailedUser> all() {
        return users.values().stream().map(Entry::user).toList();
    }

    /** The ids that are due in a poll, first those whose turn is longest ago. */
    List<String> due(long poll) {
        List<String> due = new ArrayList<>();
        users.forEach((id, entry) -> {
            if (entry.due <= poll) {
                due.add(id);
            }
        });
        return due;
    }

    /** Whether it failed and its turn has not come. */
    public boolean isWaiting(String id, long poll) {
        Entry entry = users.get(id);
        return entry != null && entry.due > poll;
    }

    boolean holds(ListedUser user) {
        Entry entry = users.get(user.id());
        return entry != null && entry.user.fingerprint() == user.fingerprint();
    }

    boolean isFull() {
        return users.size() >= most;
    }

    int size() {
        return users.size();
    }

    /** @return whether it was there */
    public boolean remove(String id) {
        return users.remove(id) != null;
    }

    /**
     * Puts a user that failed at the end of the turn.
     *
     * @return false if no more can be kept
     */
    public boolean failed(ListedUser user, long poll) {
        Entry entry = users.get(user.id());
        if (entry == null && isFull()) {
            return false;
        }
        int attempts = holds(user) ? entry.user.attempts() + 1 : 1;
        putLast(new FailedUser(user.id(), user.fingerprint(), attempts), 0, poll + wait(attempts));
        return true;
    }

    /**
     * Puts a user of whom there was nothing to try at the end of the turn.
     *
     * @return how often in a row
     */
    int postpone(String id, long poll) {
        Entry entry = users.get(id);
        int vain = entry.vain + 1;
        putLast(entry.user, vain, poll + wait(vain));
        return vain;
    }

    private void putLast(FailedUser user, int vain, long due) {
        users.remove(user.id());
        users.put(user.id(), new Entry(user, vain, due));
    }

    /** In polls: 1, 2, 4 ... */
    private static int wait(int times) {
        return times > 6 ? LONGEST_WAIT : 1 << times - 1;
    }
}
