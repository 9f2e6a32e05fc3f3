/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.DeliveryTracker.Outcome;

/** One poll: what it may still hand out, and the order in which its rows are settled, which may be after its end. */
public final class PollCycle {
    private final long number;
    private final long readFrom;
    private final ChangeSettings settings;
    private final Deliverer deliverer;
    private final DeliveryTracker ledger;
    private final CursorKeeper keeper;
    private final ChangeNotices notices;
    private final ConfirmationWindow prefix = new ConfirmationWindow();
    private int delivered;
    private volatile boolean refused;
    private volatile boolean ended;

    PollCycle(
            ChangeSettings settings,
            Deliverer deliverer,
            DeliveryTracker ledger,
            CursorKeeper keeper,
            ChangeNotices notices) {
        this.number = ledger.beginPoll();
        this.readFrom = ledger.from();
        this.settings = settings;
        this.deliverer = deliverer;
        this.ledger = ledger;
        this.keeper = keeper;
        this.notices = notices;
    }

    /** From 1. */
    public long number() {
        return number;
    }

    public DeliveryTracker ledger() {
        return ledger;
    }

    ConfirmationWindow prefix() {
        return prefix;
    }

    /** Exchanges handed out so far. */
    int delivered() {
        return delivered;
    }

    /** How many exchanges it may still hand out. */
    int left() {
        return settings.maxMessages() <= 0 ? Integer.MAX_VALUE : settings.maxMessages() - delivered;
    }

    /** How many failed users it may try again: half, or with one message a poll every other poll, lest the others starve. */
    int leftForPending() {
        if (settings.maxMessages() <= 0) {
            return Integer.MAX_VALUE;
        }
        return settings.maxMessages() == 1 ? (int) (1 - number % 2) : settings.maxMessages() / 2;
    }

    public boolean mayGoOn() {
        return left() > 0
                && !refused
                && ledger.unconfirmed() < settings.limits().unconfirmed()
                && !ledger.isOverfull(prefix)
                && deliverer.mayDeliver();
    }

    /** A user was created if the cursor, where it stood when this poll began, was not past that, and knows no delivery. */
    ChangeType typeOf(ListedUser row) {
        return row.created() >= readFrom && !ledger.hasDelivered(row.id()) ? ChangeType.created : ChangeType.changed;
    }

    /** Begins the delivery of a row of the walk. */
    void begin(Flight flight, ListedUser row, long cap) {
        ChangeType type = typeOf(row);
        flight.add(row, type, ledger.begin(prefix, row), cap);
    }

    public void handOut(Flight flight, int index, int batchSize) {
        handOut(new Handout(flight.rows(), flight.type(), index, batchSize), flight);
    }

    public void handOut(Handout handout, Confirmation confirmation) {
        delivered++;
        boolean handed = false;
        try {
            if (ledger.isExposed()) {
                keeper.store();
            }
            deliverer.deliver(handout, confirmation);
            handed = true;
        } finally {
            if (!handed) {
                confirmation.failed();
            }
        }
    }

    void settled(ListedUser row, Outcome outcome) {
        switch (outcome) {
            case SKIPPED -> notices.skipped(row.id());
            case REFUSED -> {
                refused = true;
                notices.pendingFull(settings.limits().pending());
            }
            case SETTLED -> {}
        }
    }

    /** Nothing more is handed out. After the poll the last exchange to end stores, which may have been before. */
    void end() {
        ended = true;
        landed();
    }

    public void landed() {
        if (ended && ledger.unconfirmed() == 0) {
            try {
                keeper.store();
            } catch (RuntimeException e) {
                notices.notStored(e);
            }
        }
    }
}
