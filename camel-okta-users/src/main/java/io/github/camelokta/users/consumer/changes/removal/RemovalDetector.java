/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.ChangeNotices;
import io.github.camelokta.users.consumer.changes.ChangePage;
import io.github.camelokta.users.consumer.changes.ChangePages;
import io.github.camelokta.users.consumer.changes.ChangeScanner;
import io.github.camelokta.users.consumer.changes.Confirmation;
import io.github.camelokta.users.consumer.changes.Deliverer;
import io.github.camelokta.users.consumer.changes.Handout;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.PollCycle;
import io.github.camelokta.users.consumer.changes.Removals;
import io.github.camelokta.users.consumer.changes.SortedBy;
import io.github.camelokta.users.consumer.changes.TooManyMissingException;
import io.github.camelokta.users.consumer.changes.UserIndex;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells of users who were deleted or left the search: every period it compares who is known with who the index shows, and asks
 * for each who is missing by id. Who is known is stored before anybody is delivered, so that none is forgotten by a crash.
 */
public final class RemovalDetector implements Removals {
    private final RemovalSettings settings;
    private final UserIndex index;
    private final UnaryOperator<ChangePages> reading;
    private final InstantSource clock;
    private final KnownUsersKeeper keeper;
    private final RemovalTurn turn;
    private TooManyMissingException tooMany;
    private Instant heldUntil = Instant.MIN;

    /**
     * @param reading wraps the pages of a listing, to read ahead
     * @param clock measures the period, also over restarts
     */
    public RemovalDetector(
            RemovalSettings settings,
            UserIndex index,
            KnownUsersStore store,
            ChangeNotices notices,
            UnaryOperator<ChangePages> reading,
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
    public ChangePages watched(ChangePages pages) {
        return new ChangePages() {
            @Override
            public Optional<ChangePage> next() {
                Optional<ChangePage> page = pages.next();
                page.ifPresent(read -> keeper.change(known -> known.met(ids(read.rows()))));
                keeper.store();
                return page;
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }

    @Override
    public Deliverer watched(Deliverer deliverer) {
        return new Deliverer() {
            @Override
            public boolean mayDeliver() {
                return deliverer.mayDeliver();
            }

            @Override
            public void deliver(Handout handout, Confirmation confirmation) {
                if (handout.type().isDeparture()) {
                    deliverer.deliver(handout, confirmation);
                    return;
                }
                List<PackedUserId> ids = ids(handout.rows());
                keeper.change(known -> known.delivering(ids));
                keeper.store();
                deliverer.deliver(handout, new Living(ids, confirmation));
            }
        };
    }

    /** @throws TooManyMissingException in each poll until a listing misses fewer */
    @Override
    public void take(PollCycle run) {
        if (run.mayGoOn() && isDue()) {
            list(run);
        }
        if (tooMany != null) {
            throw tooMany;
        }
        turn.take(run);
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

    private void list(PollCycle run) {
        KnownUsers before = keeper.known();
        ListingSnapshot roll = new ListingSnapshot(before);
        if (!isRead(run, roll)) {
            return;
        }
        Instant now = clock.instant();
        tooMany = null;
        try {
            keeper.change(known -> known.compared(roll, before, settings.most(known.size()), now));
        } catch (TooManyMissingException e) {
            // Not stored as listed, so that a start with another limit lists at once.
            tooMany = e;
            heldUntil = now.plus(settings.period());
        }
        keeper.store();
    }

    /** Whether the listing was read to its end. */
    private boolean isRead(PollCycle run, ListingSnapshot roll) {
        try (ChangePages pages = reading.apply(new ChangeScanner(index, SortedBy.CREATED, settings.limit(), 0))) {
            while (run.mayGoOn()) {
                Optional<ChangePage> page = pages.next();
                if (page.isEmpty()) {
                    return true;
                }
                ids(page.get().rows()).forEach(roll::show);
            }
            return false;
        }
    }

    /** Notes that they were delivered as living. */
    private final class Living implements Confirmation {
        private final List<PackedUserId> ids;
        private final Confirmation next;

        Living(List<PackedUserId> ids, Confirmation next) {
            this.ids = ids;
            this.next = next;
        }

        @Override
        public void delivered() {
            keeper.change(known -> known.delivered(ids));
            next.delivered();
        }

        @Override
        public void failed() {
            if (settings.skip()) {
                keeper.change(known -> known.delivered(ids));
            }
            next.failed();
        }
    }

    private static List<PackedUserId> ids(List<ListedUser> rows) {
        return rows.stream().map(row -> PackedUserId.of(row.id())).toList();
    }
}
