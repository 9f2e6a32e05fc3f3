/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorParser;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.cursor.CursorText;
import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Delivers what changed, poll by poll, and keeps the cursor. One thread polls; confirmations come on any. Guarantees, as long as
 * a user's row appears in the index within the horizon: each user's latest state is delivered at least once and last; without
 * failures and crashes each state that is delivered is delivered once.
 */
public final class ChangePoller {
    private final ChangeSettings settings;
    private final UserIndex index;
    private final Deliverer deliverer;
    private final CursorStore store;
    private final ChangeNotices notices;
    private final UnaryOperator<ChangePages> reading;
    private final Removals deletions;
    private final RetryTurn pendingTurn;
    private final PageProcessor pageTaking;
    private volatile DeliveryTracker ledger;
    private volatile CursorKeeper keeper;
    private boolean atTheEnd;

    /** @param reading wraps the pages of each poll, to read ahead; {@link UnaryOperator#identity()} if not */
    public ChangePoller(
            ChangeSettings settings,
            UserIndex index,
            Deliverer deliverer,
            CursorStore store,
            ChangeNotices notices,
            UnaryOperator<ChangePages> reading) {
        this(settings, index, deliverer, store, notices, reading, Removals.NOT_DETECTED);
    }

    /** @param deletions tells of users who were removed, too */
    public ChangePoller(
            ChangeSettings settings,
            UserIndex index,
            Deliverer deliverer,
            CursorStore store,
            ChangeNotices notices,
            UnaryOperator<ChangePages> reading,
            Removals deletions) {
        this.settings = settings;
        this.index = index;
        this.deletions = deletions;
        this.deliverer = deletions.watched(deliverer);
        this.store = store;
        this.notices = notices;
        this.reading = reading;
        this.pendingTurn = new RetryTurn(index, settings, notices);
        this.pageTaking = new PageProcessor(settings);
    }

    /**
     * Reads the stored cursor; asks Okta nothing.
     *
     * @throws UnusableCursorException if it cannot be gone on with
     */
    public void start() {
        String text = store.load();
        if (text != null) {
            open(new CursorParser(settings.queryHash()).parse(text));
        }
        deletions.start();
    }

    /**
     * Delivers what changed, up to where the index was when the poll began, or as far as may be delivered.
     *
     * @return the number of exchanges handed out
     * @throws RuntimeException why it could not go on; the next poll goes on where the cursor stands
     */
    public int poll() {
        if (ledger == null) {
            begin();
        }
        atTheEnd = false;
        keeper.store();
        PollCycle run = new PollCycle(settings, deliverer, ledger, keeper, notices);
        try {
            pendingTurn.take(run);
            keeper.store();
            walk(run);
            deletions.take(run);
        } finally {
            run.end();
        }
        return run.delivered();
    }

    /** Stores what is confirmed; what is confirmed later comes again after the next start. */
    public void stop() {
        if (keeper != null) {
            keeper.close();
            deletions.stop();
        }
    }

    /** Where it stands, for people; empty before the first poll of all. */
    public Optional<ChangeCursor> cursor() {
        return Optional.ofNullable(ledger).map(DeliveryTracker::cursor);
    }

    /** Whether the last poll read to the end of the index; for the thread that polls. */
    public boolean isAtTheEnd() {
        return atTheEnd;
    }

    /** Epoch second of the change up to which everything is done; empty before the first poll of all. */
    public OptionalLong watermark() {
        return ledger == null ? OptionalLong.empty() : OptionalLong.of(ledger.watermark());
    }

    /** Users that wait for another try. */
    public int failedUsers() {
        return ledger == null ? 0 : ledger.pending().size();
    }

    /** Whether so many users failed that a further failure ends the poll: the route needs help. */
    public boolean isPendingFull() {
        return ledger != null && ledger.isPendingFull();
    }

    /** Users handed out and not confirmed yet. */
    public int unconfirmed() {
        return ledger == null ? 0 : ledger.unconfirmed();
    }

    /** The first cursor is stored before anything is delivered: else a crash would start at another {@code now}. */
    private void begin() {
        ChangeCursor first = new InitialCursor(index, settings, notices).cursor();
        store.save(CursorText.of(first));
        open(first);
    }

    private void open(ChangeCursor cursor) {
        DeliveryTracker opened = new DeliveryTracker(settings, cursor);
        keeper = new CursorKeeper(opened, store, notices);
        ledger = opened;
    }

    private ChangePages walk() {
        return deletions.watched(
                reading.apply(new ChangeScanner(index, SortedBy.LAST_UPDATED, settings.limit(), ledger.from())));
    }

    private void walk(PollCycle run) {
        if (!run.mayGoOn()) {
            return;
        }
        try (ChangePages pages = walk()) {
            boolean whole = true;
            while (whole) {
                Optional<ChangePage> page = pages.next();
                if (page.isEmpty()) {
                    atTheEnd = true;
                    return;
                }
                whole = pageTaking.take(run, page.get()) && run.mayGoOn();
                keeper.store();
            }
        }
    }
}
