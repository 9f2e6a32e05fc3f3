/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.ChangeNotices;
import io.github.camelokta.users.consumer.changes.ChangeScanner;
import io.github.camelokta.users.consumer.changes.ChangeScanner.ScannedPage;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.PollCycle;
import io.github.camelokta.users.consumer.changes.Removals;
import io.github.camelokta.users.consumer.changes.RowQuery.SortedBy;
import io.github.camelokta.users.consumer.changes.TooManyMissingException;
import io.github.camelokta.users.consumer.changes.UserDelivery;
import io.github.camelokta.users.consumer.changes.UserIndex;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Detects users who were deleted or left the search: every period it compares the known users with a listing of the index, and
 * asks by id for each who is missing. Users are stored as known before they are delivered, so that a crash forgets none.
 */
public final class RemovalDetector implements Removals {
    private final RemovalSettings settings;
    private final UserIndex index;
    private final Function<ChangeScanner, ReadAhead<ScannedPage>> reading;
    private final InstantSource clock;
    private final KnownUsersKeeper keeper;
    private final RemovalTurn turn;
    private TooManyMissingException tooMany;
    private Instant heldUntil = Instant.MIN;

    /**
     * @param reading how the pages of a listing are read, for example ahead
     * @param clock measures the period, also over restarts
     */
    public RemovalDetector(
            RemovalSettings settings,
            UserIndex index,
            KnownUsersStore store,
            ChangeNotices notices,
            Function<ChangeScanner, ReadAhead<ScannedPage>> reading,
            InstantSource clock) {
        this.settings = settings;
        this.index = index;
        this.reading = reading;
        this.clock = clock;
        this.keeper = new KnownUsersKeeper(store, settings.searchHash());
        this.turn = new RemovalTurn(settings, index, keeper, notices);
    }

    @Override
    public void start() {
        keeper.load();
    }

    @Override
    public void listed(List<ListedUser> users) {
        keeper.change(known -> known.met(ids(users)));
        keeper.store();
    }

    @Override
    public void delivering(UserDelivery delivery) {
        if (!delivery.type().isDeparture()) {
            keeper.change(known -> known.delivering(ids(delivery.users())));
            keeper.store();
        }
    }

    @Override
    public void completed(UserDelivery delivery, boolean ok, long poll) {
        if (delivery.type().isDeparture()) {
            turn.completed(delivery.users().get(0), delivery.type(), ok, poll);
        } else if (ok || settings.skip()) {
            keeper.change(known -> known.delivered(ids(delivery.users())));
        }
    }

    /** @throws TooManyMissingException in each poll until a listing misses fewer */
    @Override
    public void take(PollCycle cycle) {
        if (cycle.mayBegin() && isDue()) {
            list(cycle);
        }
        if (tooMany != null) {
            throw tooMany;
        }
        turn.take(cycle);
        keeper.store();
    }

    @Override
    public void stop() {
        keeper.close();
    }

    private boolean isDue() {
        Instant now = clock.instant();
        Instant listed = keeper.known().listed();
        // A clock that was set back must not put the next listing off.
        boolean over = listed == null || now.isBefore(listed) || !now.isBefore(listed.plus(settings.period()));
        return over && !now.isBefore(heldUntil);
    }

    private void list(PollCycle cycle) {
        KnownUsers before = keeper.known();
        ListingSnapshot snapshot = new ListingSnapshot(before);
        if (!isRead(cycle, snapshot)) {
            return;
        }
        Instant now = clock.instant();
        tooMany = null;
        try {
            keeper.change(known -> known.compared(snapshot, before, settings.most(known.size()), now));
        } catch (TooManyMissingException e) {
            // Not stored as listed, so that a start with another limit lists at once.
            tooMany = e;
            heldUntil = now.plus(settings.period());
        }
        keeper.store();
    }

    /** Whether the listing was read to its end. */
    private boolean isRead(PollCycle cycle, ListingSnapshot snapshot) {
        try (ReadAhead<ScannedPage> pages =
                reading.apply(new ChangeScanner(index, SortedBy.CREATED, settings.limit(), 0))) {
            while (cycle.mayBegin()) {
                Optional<ScannedPage> page = pages.next();
                if (page.isEmpty()) {
                    return true;
                }
                ids(page.get().users()).forEach(snapshot::show);
            }
            return false;
        }
    }

    private static List<PackedUserId> ids(List<ListedUser> rows) {
        return rows.stream().map(row -> PackedUserId.of(row.id())).toList();
    }
}
