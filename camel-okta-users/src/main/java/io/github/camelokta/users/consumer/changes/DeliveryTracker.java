/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what was delivered, what failed, what is in flight and how far the cursor is, and stores the cursor. All state of
 * {@code mode=changes} that several threads share is here, under one lock: exchanges complete on any thread.
 */
public final class DeliveryTracker {
    private final ChangeSettings settings;
    private final ChangeNotices notices;
    private final SeenUsers seen;
    private final RetryQueue retries;
    private final Set<String> inFlight = new HashSet<>();
    private long from;
    private long watermark;
    private long poll;
    private boolean changed;
    private boolean mustBeStoredFirst;

    /** Held while the cursor is stored, so that an older text never replaces a newer one; not the lock of the state. */
    private final Object storing = new Object();

    private final CursorStore store;
    private boolean shortened;
    private boolean closed;

    /** What is to be done with a user of a page. */
    enum Standing {
        /** A state of this user is in flight: wait, so that this one does not overtake it. */
        IN_FLIGHT,
        /** It is the state that was delivered last, or one that the cursor has passed. */
        KNOWN,
        /** It failed and is tried again in its turn. */
        WAITS_FOR_RETRY,
        NEW
    }

    /** What became of a user whose delivery completed. */
    enum Settlement {
        SETTLED,
        SKIPPED,
        /** The user failed and cannot be kept for later. */
        REFUSED
    }

    DeliveryTracker(ChangeSettings settings, ChangeCursor cursor, CursorStore store, ChangeNotices notices) {
        this.settings = settings;
        this.store = store;
        this.notices = notices;
        this.seen = new SeenUsers(settings.limits().seen());
        this.retries = new RetryQueue(settings.limits().retries());
        this.from = cursor.from();
        this.watermark = cursor.watermark();
        seen.restore(cursor.seen());
        retries.restore(cursor.failed());
    }

    /** Begins a poll and gives its number, from 1. */
    synchronized long beginPoll() {
        return ++poll;
    }

    // What is known of a user.

    synchronized Standing standing(ListedUser user) {
        if (inFlight.contains(user.id())) {
            return Standing.IN_FLIGHT;
        }
        // Exchanges of earlier polls may move the cursor past a page that is being read.
        if (user.lastUpdated() < from || seen.matches(user)) {
            return Standing.KNOWN;
        }
        return retries.holds(user) ? Standing.WAITS_FOR_RETRY : Standing.NEW;
    }

    /** Whether this is the state of a failed user that was delivered before it failed. */
    synchronized boolean isKnown(ListedUser user) {
        return seen.matches(user);
    }

    public synchronized boolean isInFlight(String id) {
        return inFlight.contains(id);
    }

    // Deliveries.

    /**
     * Moves past a user of a page for whom nothing is to be handed out.
     *
     * @return false if there is something to hand out
     */
    synchronized boolean passes(ConfirmationWindow window, ListedUser user, long cap) {
        switch (standing(user)) {
            case KNOWN, WAITS_FOR_RETRY -> {
                window.addSettled(user.lastUpdated());
                advance(window, cap);
                return true;
            }
            case IN_FLIGHT -> {
                window.block();
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** Takes a user of a page for a delivery. */
    synchronized UserDelivery begin(
            PollCycle cycle, ConfirmationWindow window, ListedUser user, long cap, int index, int batchSize) {
        ChangeType type = typeOf(user, cycle.readFrom());
        take(user);
        List<ConfirmationWindow.Place> places = List.of(window.add(user.lastUpdated()));
        return new UserDelivery(cycle, List.of(user), places, cap, type, index, batchSize);
    }

    /** Takes all users of a page for whom something is to be handed out; empty if there are none. */
    synchronized Optional<UserDelivery> beginWhole(
            PollCycle cycle, ConfirmationWindow window, List<ListedUser> page, long cap) {
        ChangeType type = ChangeType.created;
        List<ListedUser> users = new ArrayList<>();
        List<ConfirmationWindow.Place> places = new ArrayList<>();
        for (ListedUser user : page) {
            if (!passes(window, user, cap)) {
                type = typeOf(user, cycle.readFrom()) == ChangeType.created ? type : ChangeType.changed;
                take(user);
                users.add(user);
                places.add(window.add(user.lastUpdated()));
            }
        }
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(new UserDelivery(cycle, List.copyOf(users), places, cap, type, 0, 1));
    }

    /** Takes a user for a delivery outside of the order of the poll. */
    synchronized UserDelivery beginRetry(PollCycle cycle, ListedUser user) {
        return beginReturn(cycle, user, typeOf(user, cycle.readFrom()));
    }

    /** The same for a user of whom something else is to be said. */
    synchronized UserDelivery beginReturn(PollCycle cycle, ListedUser user, ChangeType type) {
        take(user);
        return new UserDelivery(cycle, List.of(user), List.of(), 0, type, 0, 1);
    }

    /** Takes a user who was removed; nothing of the user stays in the cursor. */
    synchronized UserDelivery beginRemoval(PollCycle cycle, ListedUser user, ChangeType type) {
        inFlight.add(user.id());
        return new UserDelivery(cycle, List.of(user), List.of(), 0, type, 0, 1);
    }

    /** A user was created if the cursor, where it stood when the poll began, was not past that, and knows no delivery. */
    private ChangeType typeOf(ListedUser user, long readFrom) {
        return user.created() >= readFrom && !seen.holds(user.id()) ? ChangeType.created : ChangeType.changed;
    }

    private void take(ListedUser user) {
        inFlight.add(user.id());
        if (seen.removeNotOlder(user)) {
            mustBeStoredFirst = true;
            changed = true;
        }
    }

    /** Takes the outcome of a delivery; gives whether it is the first one, which counts. */
    synchronized boolean complete(UserDelivery delivery) {
        return delivery.complete();
    }

    /** Settles the users of a completed delivery; one result for each. */
    synchronized List<Settlement> settle(UserDelivery delivery, boolean ok, ConfirmationWindow window) {
        List<Settlement> results = new ArrayList<>(delivery.users().size());
        for (int i = 0; i < delivery.users().size(); i++) {
            ListedUser user = delivery.users().get(i);
            inFlight.remove(user.id());
            Settlement result = delivery.type().isDeparture() ? Settlement.SETTLED : settle(user, ok);
            if (result != Settlement.REFUSED && !delivery.places().isEmpty()) {
                window.settle(delivery.places().get(i));
                advance(window, delivery.cap());
            }
            results.add(result);
        }
        return results;
    }

    private Settlement settle(ListedUser user, boolean ok) {
        changed = true;
        if (ok || settings.skip()) {
            seen.put(user);
            retries.remove(user.id());
            return ok ? Settlement.SETTLED : Settlement.SKIPPED;
        }
        return retries.failed(user, poll) ? Settlement.SETTLED : Settlement.REFUSED;
    }

    private void advance(ConfirmationWindow window, long cap) {
        long reached = Math.min(window.reached(), cap);
        if (reached > watermark) {
            watermark = reached;
            from = Math.max(from, watermark - settings.horizonSeconds());
            changed = true;
        }
    }

    // Failed users.

    /** The failed users whose turn it is, without those in flight. */
    synchronized List<String> dueForRetry() {
        List<String> due = retries.due(poll);
        due.removeIf(inFlight::contains);
        return due;
    }

    public synchronized boolean isRetryQueueFull() {
        return retries.isFull();
    }

    synchronized int failedUsers() {
        return retries.size();
    }

    /** Gives a failed user up. */
    synchronized void forget(String id) {
        changed |= retries.remove(id);
    }

    /** Keeps a failed user of whom there was nothing to try; gives how often in a row. */
    synchronized int postpone(String id) {
        changed = true;
        return retries.postpone(id, poll);
    }

    // The cursor.

    /** Epoch second from which the next poll reads. */
    synchronized long from() {
        return from;
    }

    /** Epoch second up to which nothing is left to do. */
    synchronized long watermark() {
        return watermark;
    }

    /** Users handed out whose outcome is not known yet. */
    synchronized int inFlight() {
        return inFlight.size();
    }

    /** Whether there are more seen users than are kept while some user keeps the cursor from moving on. */
    synchronized boolean isOverfull(ConfirmationWindow window) {
        return seen.isOverfull() && window.isHeldUp();
    }

    synchronized ChangeCursor cursor() {
        return new ChangeCursor(settings.queryHash(), from, watermark, seen.kept(), retries.all());
    }

    /**
     * Whether the stored cursor must be replaced before what was taken is handed out: it still says that a state from the same
     * second, or a later one that the index no longer shows, was delivered last. After a crash a user who went back to that state
     * would be taken for known.
     */
    synchronized boolean mustBeStoredFirst() {
        return mustBeStoredFirst;
    }

    /**
     * Stores the cursor if it has changed.
     *
     * @throws RuntimeException if the store fails; the next call stores
     */
    void store() {
        synchronized (storing) {
            ChangeCursor cursor = closed ? null : taken();
            if (cursor == null) {
                return;
            }
            boolean saved = false;
            try {
                store.save(cursor.text());
                saved = true;
            } finally {
                if (!saved) {
                    notStored();
                }
            }
        }
    }

    /** Stores for the last time: what is confirmed later must not overwrite what a successor stores. */
    void close() {
        synchronized (storing) {
            store();
            closed = true;
        }
    }

    /** The cursor to store, which counts as unchanged from now on; null if it is unchanged already. */
    private synchronized ChangeCursor taken() {
        if (!changed) {
            return null;
        }
        boolean shorter = shortenHorizon();
        if (shorter && !shortened) {
            notices.horizonShrunk(watermark - from);
        }
        shortened = shorter;
        changed = false;
        mustBeStoredFirst = false;
        return cursor();
    }

    /** Drops what no query reads again, and shortens the horizon to what can be kept; gives whether it was shortened. */
    private boolean shortenHorizon() {
        seen.dropBefore(from);
        if (!seen.isOverfull()) {
            return false;
        }
        long fitting = Math.min(seen.secondThatFits(), watermark);
        boolean shorter = fitting > from;
        from = Math.max(from, fitting);
        seen.dropBefore(from);
        return shorter;
    }

    private synchronized void notStored() {
        changed = true;
        mustBeStoredFirst = true;
    }
}
