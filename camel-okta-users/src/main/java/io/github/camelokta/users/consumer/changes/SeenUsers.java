/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Seen;
import io.github.camelokta.users.consumer.changes.cursor.SeenSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How each user was when delivered last. A state is compared with the last one of its id and not with all earlier ones: a user
 * may go back to one within a second. So that a store writes about as much as has changed, the users are stored in segments that
 * are not written again, and only those that came after them with the cursor itself. Not thread-safe.
 */
final class SeenUsers {
    private final int most;
    private final int perSegment;
    private final Map<String, Entry> users = new HashMap<>();
    /** By number, in the order in which they were made: what a later one says of a user counts. The value is the newest second. */
    private final Map<SeenSegment, Long> segments = new LinkedHashMap<>();

    private Set<Integer> numbersStored = Set.of();
    private int known;
    private int recent;
    private long droppedBefore = Long.MIN_VALUE;
    private boolean holdsOlder;

    /** A user; {@code known} is false where only segments must not be believed any more. */
    private static final class Entry {
        private Seen seen;
        private boolean known;
        private long newest = Long.MIN_VALUE;
        /** The number of the segment that holds it last, or 0. */
        private int segment;
    }

    /**
     * @param most how many are stored
     * @param perSegment how many are stored with the cursor before they make a segment
     */
    SeenUsers(int most, int perSegment) {
        this.most = most;
        this.perSegment = perSegment;
    }

    void restore(List<SeenSegment> stored, List<Seen> later) {
        for (SeenSegment segment : stored) {
            segments.put(segment, newest(segment.users()));
            segment.users().forEach(user -> put(user, segment.number()));
        }
        later.forEach(user -> put(user, 0));
        numbersStored = numbers();
    }

    boolean matches(ListedUser user) {
        Entry entry = users.get(user.id());
        return entry != null && entry.known && entry.seen.fingerprint() == user.fingerprint();
    }

    boolean holds(String id) {
        Entry entry = users.get(id);
        return entry != null && entry.known;
    }

    void put(ListedUser user) {
        put(new Seen(user.id(), user.lastUpdated(), user.fingerprint()), 0);
    }

    private void put(Seen seen, int segment) {
        Entry entry = users.computeIfAbsent(seen.id(), id -> new Entry());
        boolean fresh = entry.seen == null;
        known += (seen.isForgotten() ? 0 : 1) - (entry.known ? 1 : 0);
        recent += (segment == 0 ? 1 : 0) - (!fresh && entry.segment == 0 ? 1 : 0);
        entry.seen = seen;
        entry.known = !seen.isForgotten();
        entry.newest = Math.max(entry.newest, seen.lastUpdated());
        entry.segment = segment;
        holdsOlder |= seen.lastUpdated() < droppedBefore;
    }

    /** @return whether there was one of the same second as that user, or of a later one, before which the index went back */
    boolean removeNotOlder(ListedUser user) {
        Entry entry = users.get(user.id());
        if (entry == null || !entry.known || entry.seen.lastUpdated() < user.lastUpdated()) {
            return false;
        }
        forget(user.id(), entry);
        return true;
    }

    private void forget(String id, Entry entry) {
        if (segments.isEmpty()) {
            users.remove(id);
            known -= entry.known ? 1 : 0;
            recent--;
        } else {
            put(Seen.forgotten(id, entry.newest), 0);
        }
    }

    int size() {
        return known;
    }

    boolean isOverfull() {
        return known > most;
    }

    boolean hasBefore(long second) {
        return users.values().stream().anyMatch(entry -> entry.newest < second);
    }

    /** Forgets those that no query reads again. */
    void dropBefore(long second) {
        if (second == droppedBefore && !holdsOlder) {
            return;
        }
        droppedBefore = second;
        holdsOlder = false;
        segments.values().removeIf(newest -> newest < second);
        Iterator<Map.Entry<String, Entry>> all = users.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Entry> user = all.next();
            Entry entry = user.getValue();
            boolean unused = segments.isEmpty() && (!entry.known || entry.seen.lastUpdated() < second);
            if (entry.newest < second || unused) {
                all.remove();
                known -= entry.known ? 1 : 0;
                recent -= entry.segment == 0 ? 1 : 0;
            } else if (entry.known && entry.seen.lastUpdated() < second) {
                put(Seen.forgotten(user.getKey(), entry.newest), 0);
            }
        }
    }

    /** The second from which on there are no more than are kept, or the one after the last. */
    long secondThatFits() {
        long[] seconds = users.values().stream()
                .filter(entry -> entry.known)
                .mapToLong(entry -> entry.seen.lastUpdated())
                .sorted()
                .toArray();
        return seconds[seconds.length - most - 1] + 1;
    }

    /** Those that are stored with the cursor itself, the newest of them if there are too many. */
    List<Seen> recent() {
        Stream<Seen> stored =
                users.values().stream().filter(entry -> entry.segment == 0).map(entry -> entry.seen);
        return isOverfull() && segments.isEmpty()
                ? stored.sorted(Comparator.comparingLong(Seen::lastUpdated).reversed())
                        .limit(most)
                        .toList()
                : stored.toList();
    }

    List<SeenSegment> segments() {
        return List.copyOf(segments.keySet());
    }

    /** Makes a segment of the recent users if there are enough; null if not. */
    SeenSegment seal() {
        if (recent <= perSegment) {
            return null;
        }
        int number = 1;
        Set<Integer> taken = new HashSet<>(numbersStored);
        taken.addAll(numbers());
        while (taken.contains(number)) {
            number++;
        }
        List<Seen> sealed = new ArrayList<>(recent);
        for (Entry entry : users.values()) {
            if (entry.segment == 0) {
                sealed.add(entry.seen);
                entry.segment = number;
            }
        }
        recent = 0;
        SeenSegment segment = new SeenSegment(number, List.copyOf(sealed));
        segments.put(segment, newest(sealed));
        return segment;
    }

    /** The segment could not be stored. */
    void unseal(SeenSegment segment) {
        segments.remove(segment);
        for (Entry entry : users.values()) {
            if (entry.segment == segment.number()) {
                entry.segment = 0;
                recent++;
            }
        }
    }

    /** A cursor with these segments was stored: until the next one their numbers must not be used again. */
    void stored(List<SeenSegment> now) {
        numbersStored = new HashSet<>();
        now.forEach(segment -> numbersStored.add(segment.number()));
    }

    private Set<Integer> numbers() {
        Set<Integer> numbers = new HashSet<>();
        segments.keySet().forEach(segment -> numbers.add(segment.number()));
        return numbers;
    }

    private static long newest(List<Seen> users) {
        return users.stream().mapToLong(Seen::lastUpdated).max().orElse(Long.MIN_VALUE);
    }
}
