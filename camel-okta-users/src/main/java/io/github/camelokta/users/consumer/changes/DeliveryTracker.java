/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.cursor.SeenSegment;
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
    private int overfullBeyond;

    /** Held while the cursor is stored, so that an older text never replaces a newer one; not the lock of the state. */
    private final Object storing = new Object();

    private final CursorStore store;
    private volatile boolean shortened;
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
        this.seen = new SeenUsers(settings.limits().seen(), settings.limits().perSegment());
        this.retries = new RetryQueue(settings.limits().retries());
        this.from = cursor.from();
        this.watermark = cursor.watermark();
        seen.restore(cursor.segments(), cursor.seen());
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

    /** Takes back a delivery that the route never got: nothing is settled, and its users come again. */
    synchronized void withdraw(UserDelivery delivery) {
        if (delivery.complete()) {
            delivery.users().forEach(user -> inFlight.remove(user.id()));
            notifyAll();
        }
    }

    /** Takes a user out of a delivery of several, since no body can be made of the user; gives a delivery of that user only. */
    synchronized UserDelivery split(PollCycle cycle, UserDelivery delivery, ListedUser user) {
        List<ConfirmationWindow.Place> place = delivery.remove(user);
        return new UserDelivery(cycle, List.of(user), place, delivery.cap(), delivery.type(), 0, 1);
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
        notifyAll();
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

    /**
     * The scan came to the end of the index: once all of its users are settled, nothing is left to do up to there.
     *
     * @param end epoch second
     */
    synchronized void reachEnd(ConfirmationWindow window, long end) {
        boolean before = changed;
        window.addSettled(end);
        advance(window, end);
        // A quiet night stores nothing but what it lets the cursor forget.
        changed = before || seen.hasBefore(from);
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

    /** Whether another user may be taken: neither too many in flight nor too many to remember. */
    synchronized boolean hasRoom(ConfirmationWindow window) {
        return inFlight.size() < settings.limits().inFlight() && !(isOverfull() && window.isHeldUp());
    }

    /** Whether room may come by itself, when what is in flight completes. */
    synchronized boolean mayGetRoom(ConfirmationWindow window) {
        return !inFlight.isEmpty() && (inFlight.size() >= settings.limits().inFlight() || !window.isBlocked());
    }

    /** Waits a moment for room. */
    synchronized void awaitRoom(ConfirmationWindow window) {
        try {
            if (!hasRoom(window)) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a poll waited for users in flight", e);
        }
    }

    /**
     * After a wait until the cursor is as far as it can be. Users of one second who are more than are kept stay in memory: only
     * after as many more as may be in flight is waited again.
     */
    void makeRoom() {
        if (isOverfull()) {
            store();
            synchronized (this) {
                overfullBeyond = isOverfull() ? seen.size() + settings.limits().inFlight() : overfullBeyond;
            }
        }
    }

    private synchronized boolean isOverfull() {
        return seen.isOverfull() && seen.size() > overfullBeyond;
    }

    /** Whether the horizon is shorter than the option says, since more users changed than are kept. */
    boolean isShortened() {
        return shortened;
    }

    synchronized ChangeCursor cursor() {
        return new ChangeCursor(settings.queryHash(), from, watermark, seen.segments(), seen.recent(), retries.all());
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
            if (closed || !tidy()) {
                return;
            }
            boolean saved = false;
            try {
                seal();
                ChangeCursor cursor = taken();
                store.save(cursor.text());
                stored(cursor);
                saved = true;
            } finally {
                if (!saved) {
                    notStored();
                }
            }
        }
    }

    /** Stores recent users in a text of their own, if there are enough. */
    private void seal() {
        SeenSegment segment = nextSegment();
        if (segment == null) {
            return;
        }
        boolean saved = false;
        try {
            segment.save(settings.queryHash(), store);
            saved = true;
        } finally {
            if (!saved) {
                unseal(segment);
            }
        }
    }

    private synchronized SeenSegment nextSegment() {
        return seen.seal();
    }

    private synchronized void unseal(SeenSegment segment) {
        seen.unseal(segment);
    }

    private synchronized void stored(ChangeCursor cursor) {
        seen.stored(cursor.segments());
    }

    /** Stores for the last time: what is confirmed later must not overwrite what a successor stores. */
    void close() {
        synchronized (storing) {
            store();
            closed = true;
        }
    }

    /** Prepares the cursor to be stored; gives whether it has changed. */
    private synchronized boolean tidy() {
        if (!changed) {
            return false;
        }
        boolean shorter = shortenHorizon();
        if (shorter && !shortened) {
            notices.horizonShrunk(watermark - from);
        }
        shortened = shorter;
        return true;
    }

    /** The cursor to store, which counts as unchanged from now on. */
    private synchronized ChangeCursor taken() {
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
