/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.TooManyMissingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The users of whom something is to be said when they are no more. Immutable; a method that changes nothing gives the object
 * itself.
 *
 * @param base most of those who are known; rewritten seldom, since it may be large
 * @param recent the others; who is {@code gone} is known no more, though {@code base} or this may hold the id
 * @param missing known, and to be asked about, since the last listing did not show what was said of them, or in their turn
 * @param outside known, and said to be out of scope
 * @param leaving known, and it is not sure whether the route has heard last that they are out of scope, or that they are back
 * @param gone said to be deleted, and kept while an index that lags may show them
 * @param listed when the last complete listing ended; null before the first
 * @param turn the one of {@code outside} who was asked about last; null if none was
 */
record KnownUsers(
        SortedIds base,
        SortedIds recent,
        SortedIds missing,
        SortedIds outside,
        SortedIds leaving,
        SortedIds gone,
        Instant listed,
        PackedUserId turn) {
    static final KnownUsers NOBODY = new KnownUsers(
            SortedIds.NONE, SortedIds.NONE, SortedIds.NONE, SortedIds.NONE, SortedIds.NONE, SortedIds.NONE, null, null);

    private static final int MOST_RECENT = 2_000;

    /** Adds who was not known. Who is gone stays so: it may be a row from before. */
    KnownUsers met(Collection<PackedUserId> ids) {
        return with(ids.stream().filter(id -> !holds(id) && !gone.contains(id)).toList());
    }

    /** These are going to be delivered as living, whatever was said before: what the route hears last is not known until then. */
    KnownUsers delivering(Collection<PackedUserId> ids) {
        KnownUsers next = with(ids.stream().filter(id -> !holds(id)).toList());
        for (PackedUserId id : ids) {
            SortedIds unsure = next.outside.contains(id) ? next.leaving.plus(id) : next.leaving;
            next = next.with(next.missing.minus(id), next.outside.minus(id), unsure, next.gone.minus(id));
        }
        return next;
    }

    /** These were delivered as living. */
    KnownUsers delivered(Collection<PackedUserId> ids) {
        KnownUsers next = this;
        for (PackedUserId id : ids) {
            next = next.with(next.missing, next.outside, next.leaving.minus(id), next.gone);
        }
        return next;
    }

    /** It was said that the user is deleted. */
    KnownUsers deleted(PackedUserId id) {
        return with(missing.minus(id), outside.minus(id), leaving.minus(id), gone.plus(id));
    }

    /** It is going to be said that the user is out of scope: from now on the route may have heard it. */
    KnownUsers leaving(PackedUserId id) {
        return with(missing, outside, leaving.plus(id), gone);
    }

    /** It was said that the user is out of scope. */
    KnownUsers left(PackedUserId id) {
        return with(missing.minus(id), outside.plus(id), leaving.minus(id), gone);
    }

    /** Nothing is to be said of the user until a later listing. */
    KnownUsers settled(PackedUserId id) {
        return with(missing.minus(id), outside, leaving, gone);
    }

    /** How many are known, a few who are gone counted in. */
    int size() {
        return base.size() + recent.size();
    }

    /**
     * Compares with a complete listing.
     *
     * @param before what was known when the listing began
     * @param most how many may be missing at once, and how many outside are asked about
     * @throws TooManyMissingException if there are more
     */
    KnownUsers compared(ListingSnapshot snapshot, KnownUsers before, int most, Instant now) {
        SortedIds stillShown = gone.only(id -> snapshot.shows(id) || !before.gone.contains(id));
        List<PackedUserId> vanished = new ArrayList<>();
        int count = 0;
        for (SortedIds part : List.of(base, recent)) {
            for (PackedUserId id : part) {
                // What a crash between the two texts left in both counts once.
                boolean twice = part == recent && base.contains(id);
                if (!twice && !snapshot.shows(id) && !gone.contains(id) && !outside.contains(id)) {
                    count++;
                    if (count <= most) {
                        vanished.add(id);
                    }
                }
            }
        }
        if (count > most) {
            throw new TooManyMissingException(count, size(), most);
        }
        SortedIds returned = outside.only(snapshot::shows);
        List<PackedUserId> asked = inTurn(outside.only(id -> !returned.contains(id)), most);
        vanished.addAll(asked);
        returned.forEach(vanished::add);
        leaving.only(snapshot::shows).forEach(vanished::add);
        Set<PackedUserId> pruned = new TreeSet<>();
        gone.only(id -> !stillShown.contains(id)).forEach(pruned::add);
        SortedIds newcomers = snapshot.newcomers().only(id -> !gone.contains(id));
        return new KnownUsers(
                        without(base, pruned),
                        without(recent, pruned).plus(newcomers),
                        SortedIds.of(vanished),
                        outside,
                        leaving,
                        stillShown,
                        now,
                        asked.isEmpty() ? turn : asked.get(asked.size() - 1))
                .folded();
    }

    private static SortedIds without(SortedIds ids, Set<PackedUserId> pruned) {
        return pruned.isEmpty() ? ids : ids.only(id -> !pruned.contains(id));
    }

    private List<PackedUserId> inTurn(SortedIds ids, int most) {
        int place = turn == null ? -1 : ids.indexOf(turn);
        int next = place < 0 ? -1 - place : place + 1;
        List<PackedUserId> asked = new ArrayList<>();
        for (int i = 0; i < Math.min(most, ids.size()); i++) {
            asked.add(ids.get((next + i) % ids.size()));
        }
        return asked;
    }

    private boolean holds(PackedUserId id) {
        return base.contains(id) || recent.contains(id);
    }

    private KnownUsers with(Collection<PackedUserId> newcomers) {
        return newcomers.isEmpty()
                ? this
                : new KnownUsers(
                                base,
                                recent.plus(SortedIds.of(newcomers)),
                                missing,
                                outside,
                                leaving,
                                gone,
                                listed,
                                turn)
                        .folded();
    }

    private KnownUsers with(SortedIds nowMissing, SortedIds nowOutside, SortedIds nowLeaving, SortedIds nowGone) {
        boolean same = nowMissing == missing && nowOutside == outside && nowLeaving == leaving && nowGone == gone;
        return same ? this : new KnownUsers(base, recent, nowMissing, nowOutside, nowLeaving, nowGone, listed, turn);
    }

    /** The larger the base, the more is gathered before it is written again. */
    private KnownUsers folded() {
        return recent.size() <= Math.max(MOST_RECENT, base.size() / 16)
                ? this
                : new KnownUsers(base.plus(recent), SortedIds.NONE, missing, outside, leaving, gone, listed, turn);
    }
}
