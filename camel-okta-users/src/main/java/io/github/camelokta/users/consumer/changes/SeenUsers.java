/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each user was when delivered last. A state is compared with the last one of its id and not with all earlier ones: a user
 * may go back to one within a second. Not thread-safe.
 */
final class SeenUsers {
    private final int most;
    private final Map<String, Seen> users = new HashMap<>();

    /** @param most how many are stored */
    SeenUsers(int most) {
        this.most = most;
    }

    void restore(List<Seen> stored) {
        for (Seen user : stored) {
            users.put(user.id(), user);
        }
    }

    boolean matches(ListedUser user) {
        Seen seen = users.get(user.id());
        return seen != null && seen.fingerprint() == user.fingerprint();
    }

    boolean holds(String id) {
        return users.containsKey(id);
    }

    void put(ListedUser user) {
        users.put(user.id(), new Seen(user.id(), user.lastUpdated(), user.fingerprint()));
    }

    /** @return whether there was one of the same second as that user, or of a later one, before which the index went back */
    boolean removeNotOlder(ListedUser user) {
        Seen seen = users.get(user.id());
        return seen != null && seen.lastUpdated() >= user.lastUpdated() && users.remove(user.id(), seen);
    }

    boolean isOverfull() {
        return users.size() > most;
    }

    /** Forgets those that no query reads again. */
    void dropBefore(long second) {
        users.values().removeIf(user -> user.lastUpdated() < second);
    }

    /** The second from which on there are no more than are kept, or the one after the last. */
    long secondThatFits() {
        long[] seconds =
                users.values().stream().mapToLong(Seen::lastUpdated).sorted().toArray();
        long dropped = seconds[seconds.length - most - 1];
        return dropped + 1;
    }

    /** The newest, no more than are kept: without the others users are delivered again after a restart, but none is lost. */
    List<Seen> kept() {
        if (!isOverfull()) {
            return List.copyOf(users.values());
        }
        return users.values().stream()
                .sorted(Comparator.comparingLong(Seen::lastUpdated).reversed())
                .limit(most)
                .toList();
    }
}
