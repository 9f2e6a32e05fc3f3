/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import java.util.HashSet;
import java.util.Set;

/** Collects many ids that come in any order. Not thread-safe. */
public final class IdCollector {
    private static final int SMALLEST_BATCH = 4_096;

    private SortedIds sorted = SortedIds.NONE;
    private Set<PackedUserId> batch = new HashSet<>();

    public void add(PackedUserId id) {
        batch.add(id);
        // The batch grows with the set, so that each id is copied a few times only.
        if (batch.size() >= Math.max(SMALLEST_BATCH, sorted.size() / 16)) {
            ids();
        }
    }

    public boolean contains(PackedUserId id) {
        return batch.contains(id) || sorted.contains(id);
    }

    /** Those so far. */
    public SortedIds ids() {
        sorted = sorted.plus(SortedIds.of(batch));
        batch = new HashSet<>();
        return sorted;
    }
}
