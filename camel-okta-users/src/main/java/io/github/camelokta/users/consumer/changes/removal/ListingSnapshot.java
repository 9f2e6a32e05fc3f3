/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import java.util.BitSet;

/** The users that a listing showed: a bit for each user who was known when it began, and the ids of the others. */
final class ListingSnapshot {
    private final SortedIds base;
    private final SortedIds recent;
    private final BitSet shownOfBase = new BitSet();
    private final BitSet shownOfRecent = new BitSet();
    private final IdCollector newcomers = new IdCollector();

    ListingSnapshot(KnownUsers known) {
        this.base = known.base();
        this.recent = known.recent();
    }

    void show(PackedUserId id) {
        int inBase = base.indexOf(id);
        int inRecent = recent.indexOf(id);
        if (inBase >= 0) {
            shownOfBase.set(inBase);
        }
        if (inRecent >= 0) {
            shownOfRecent.set(inRecent);
        }
        if (inBase < 0 && inRecent < 0) {
            newcomers.add(id);
        }
    }

    boolean shows(PackedUserId id) {
        int inBase = base.indexOf(id);
        int inRecent = recent.indexOf(id);
        return inBase >= 0 && shownOfBase.get(inBase)
                || inRecent >= 0 && shownOfRecent.get(inRecent)
                || newcomers.contains(id);
    }

    SortedIds newcomers() {
        return newcomers.ids();
    }
}
