/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** A set of ids in their order, at 16 bytes each. Immutable. */
public final class SortedIds implements Iterable<PackedUserId> {
    public static final SortedIds NONE = new SortedIds(new long[0], new long[0], 0);

    private final long[] heads;
    private final long[] tails;

    private SortedIds(long[] heads, long[] tails, int size) {
        this.heads = size == heads.length ? heads : Arrays.copyOf(heads, size);
        this.tails = size == tails.length ? tails : Arrays.copyOf(tails, size);
    }

    public static SortedIds of(Collection<PackedUserId> ids) {
        return sorted(ids.stream().sorted().distinct().toList());
    }

    private static SortedIds sorted(List<PackedUserId> ids) {
        if (ids.isEmpty()) {
            return NONE;
        }
        return new SortedIds(
                ids.stream().mapToLong(PackedUserId::head).toArray(),
                ids.stream().mapToLong(PackedUserId::tail).toArray(),
                ids.size());
    }

    public int size() {
        return heads.length;
    }

    public boolean isEmpty() {
        return heads.length == 0;
    }

    public PackedUserId get(int index) {
        return new PackedUserId(heads[index], tails[index]);
    }

    public boolean contains(PackedUserId id) {
        return indexOf(id) >= 0;
    }

    /** The place of an id; if it is not there, {@code -1 -} the place where it would be. */
    public int indexOf(PackedUserId id) {
        int low = 0;
        int high = heads.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = PackedUserId.compare(heads[middle], tails[middle], id.head(), id.tail());
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    /** These and those. */
    public SortedIds plus(SortedIds others) {
        if (others.isEmpty() || isEmpty()) {
            return isEmpty() ? others : this;
        }
        long[] allHeads = new long[size() + others.size()];
        long[] allTails = new long[allHeads.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < size() || theirs < others.size()) {
            int order = order(mine, others, theirs);
            boolean takesMine = order <= 0;
            allHeads[size] = takesMine ? heads[mine] : others.heads[theirs];
            allTails[size++] = takesMine ? tails[mine] : others.tails[theirs];
            mine += takesMine ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return new SortedIds(allHeads, allTails, size);
    }

    private int order(int mine, SortedIds others, int theirs) {
        if (mine == size()) {
            return 1;
        }
        return theirs == others.size()
                ? -1
                : PackedUserId.compare(heads[mine], tails[mine], others.heads[theirs], others.tails[theirs]);
    }

    /** These and that one; itself if it is there already. */
    public SortedIds plus(PackedUserId id) {
        return contains(id) ? this : plus(sorted(List.of(id)));
    }

    /** These without that one; itself if it is not there. */
    public SortedIds minus(PackedUserId id) {
        return contains(id) ? only(other -> !other.equals(id)) : this;
    }

    /** Those of which something holds; itself if it holds of all. */
    public SortedIds only(Predicate<PackedUserId> keeps) {
        long[] keptHeads = new long[size()];
        long[] keptTails = new long[size()];
        int size = 0;
        for (int i = 0; i < heads.length; i++) {
            if (keeps.test(get(i))) {
                keptHeads[size] = heads[i];
                keptTails[size++] = tails[i];
            }
        }
        return size == heads.length ? this : new SortedIds(keptHeads, keptTails, size);
    }

    @Override
    public Iterator<PackedUserId> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public PackedUserId next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }
}
