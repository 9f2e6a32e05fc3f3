/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.ChangeScanner.ScannedPage;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Delivers what changed, poll by poll, and keeps the cursor. One thread polls; outcomes come on any. Guarantees, as long as a
 * user's state appears in the index within the horizon: each user's latest state is delivered at least once and last; without
 * failures and crashes each state that is delivered is delivered once.
 */
public final class ChangePoller {
    private final ChangeSettings settings;
    private final UserIndex index;
    private final UserDelivery.Receiver receiver;
    private final CursorStore store;
    private final ChangeNotices notices;
    private final Function<ChangeScanner, ReadAhead<ScannedPage>> reading;
    private final Removals removals;
    private final NewestChange newest = new NewestChange();
    private volatile DeliveryTracker tracker;
    private boolean atTheEnd;

    /**
     * @param reading how the pages of a scan are read, for example ahead
     * @param removals detects removed users, or not
     */
    public ChangePoller(
            ChangeSettings settings,
            UserIndex index,
            UserDelivery.Receiver receiver,
            CursorStore store,
            ChangeNotices notices,
            Function<ChangeScanner, ReadAhead<ScannedPage>> reading,
            Removals removals) {
        this.settings = settings;
        this.index = index;
        this.receiver = receiver;
        this.store = store;
        this.notices = notices;
        this.reading = reading;
        this.removals = removals;
    }

    /**
     * Reads the stored cursor; asks Okta nothing.
     *
     * @throws UnusableCursorException if it cannot be gone on with
     */
    public void start() {
        String text = store.load();
        if (text != null) {
            open(ChangeCursor.parse(text, settings.queryHash(), store));
        }
        removals.start();
    }

    /**
     * Delivers what changed, up to where the index was when the poll began, or as far as may be delivered.
     *
     * @return the number of exchanges handed out; 0 if the poll ended because no more failed users can be kept
     * @throws RuntimeException why it could not go on; the next poll goes on where the cursor stands
     */
    public int poll() {
        if (tracker == null) {
            begin();
        }
        atTheEnd = false;
        tracker.store();
        PollCycle cycle = new PollCycle(settings, index, receiver, tracker, removals, notices, newest);
        try {
            cycle.run(reading);
        } finally {
            atTheEnd = cycle.isAtTheEnd();
        }
        // Where no more failed users can be kept, another poll at once would only end again.
        return cycle.isRefused() ? 0 : cycle.delivered();
    }

    /** Stores what is confirmed; what is confirmed later comes again after the next start. */
    public void stop() {
        if (tracker != null) {
            tracker.close();
            removals.stop();
        }
    }

    /** Where it stands, for people; empty before the first poll of all. */
    public Optional<ChangeCursor> cursor() {
        return Optional.ofNullable(tracker).map(DeliveryTracker::cursor);
    }

    /** Whether the last poll read to the end of the index; for the thread that polls. */
    public boolean isAtTheEnd() {
        return atTheEnd;
    }

    /** Epoch second of the change up to which everything is done; empty before the first poll of all. */
    public OptionalLong watermark() {
        return tracker == null ? OptionalLong.empty() : OptionalLong.of(tracker.watermark());
    }

    /** Users that wait for another try. */
    public int failedUsers() {
        return tracker == null ? 0 : tracker.failedUsers();
    }

    /** Whether so many users failed that a further failure ends the poll: the route needs help. */
    public boolean isRetryQueueFull() {
        return tracker != null && tracker.isRetryQueueFull();
    }

    /** Whether more users changed within the horizon than are kept, so that it is shorter for now. */
    public boolean isHorizonShortened() {
        return tracker != null && tracker.isShortened();
    }

    /** Whether so many users are in flight that a poll waits. */
    public boolean isFull() {
        return inFlight() >= settings.limits().inFlight();
    }

    /** Users handed out whose outcome is not known yet. */
    public int inFlight() {
        return tracker == null ? 0 : tracker.inFlight();
    }

    /** The initial cursor is stored before anything is delivered: else a crash would start at another {@code now}. */
    private void begin() {
        ChangeCursor initial = new InitialCursor(index, settings, notices).cursor();
        store.save(initial.text());
        open(initial);
    }

    private void open(ChangeCursor cursor) {
        tracker = new DeliveryTracker(settings, cursor, store, notices);
    }
}
