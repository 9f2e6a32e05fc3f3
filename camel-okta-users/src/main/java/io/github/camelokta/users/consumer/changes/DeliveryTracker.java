/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor.Pending;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was delivered, what failed, what is under way, and how far the cursor is. Thread-safe: exchanges end on any thread. */
public final class DeliveryTracker {
    private final ChangeSettings settings;
    private final SeenUsers seen;
    private final RetryQueue pending;
    private final Set<String> underWay = new HashSet<>();
    private long from;
    private long watermark;
    private long poll;
    private boolean changed;
    private boolean exposed;

    /** What is to be done with a row. */
    enum Standing {
        /** A state of this user is being delivered: wait, lest this one overtakes it. */
        UNDER_WAY,
        /** It is the state that was delivered last, or one that the cursor has passed. */
        KNOWN,
        /** It failed and is tried again in its turn. */
        PENDING,
        FRESH
    }

    /** What became of a row. */
    enum Outcome {
        SETTLED,
        SKIPPED,
        /** It failed and cannot be kept for later. */
        REFUSED
    }

    DeliveryTracker(ChangeSettings settings, ChangeCursor cursor) {
        this.settings = settings;
        this.seen = new SeenUsers(settings.limits().fingerprints());
        this.pending = new RetryQueue(settings.limits().pending());
        this.from = cursor.from();
        this.watermark = cursor.watermark();
        seen.restore(cursor.seen());
        pending.restore(cursor.pending());
    }

    /** Begins a poll and gives its number, from 1. */
    synchronized long beginPoll() {
        return ++poll;
    }

    synchronized long from() {
        return from;
    }

    synchronized long watermark() {
        return watermark;
    }

    synchronized int unconfirmed() {
        return underWay.size();
    }

    synchronized List<Pending> pending() {
        return pending.all();
    }

    public synchronized boolean isPendingFull() {
        return pending.isFull();
    }

    /** The failed users whose turn it is, without those that are under way. */
    synchronized List<String> duePending() {
        List<String> due = pending.due(poll);
        due.removeIf(underWay::contains);
        return due;
    }

    /** More fingerprints than are kept, while some row keeps the cursor from moving on. */
    synchronized boolean isOverfull(ConfirmationWindow prefix) {
        return seen.isOverfull() && prefix.isHeldUp();
    }

    synchronized Standing standing(ListedUser row) {
        if (underWay.contains(row.id())) {
            return Standing.UNDER_WAY;
        }
        // Exchanges of earlier polls may move the cursor past a page that is being read.
        if (row.lastUpdated() < from || seen.matches(row)) {
            return Standing.KNOWN;
        }
        return pending.holds(row) ? Standing.PENDING : Standing.FRESH;
    }

    /** Whether the row is the state of a failed user that was delivered before it failed. */
    synchronized boolean isKnown(ListedUser row) {
        return seen.matches(row);
    }

    /** Passes a row on which nothing is left to do. */
    synchronized void pass(ConfirmationWindow prefix, ListedUser row, long cap) {
        prefix.addSettled(row.lastUpdated());
        advance(prefix, cap);
    }

    /** Nothing after this row lets the cursor move in this poll. */
    synchronized void block(ConfirmationWindow prefix) {
        prefix.block();
    }

    /** Begins the delivery of a row. */
    synchronized ConfirmationWindow.Place begin(ConfirmationWindow prefix, ListedUser row) {
        beginAgain(row);
        return prefix.add(row.lastUpdated());
    }

    /** Takes a failed user out of its turn for another try. */
    public synchronized void beginAgain(ListedUser row) {
        underWay.add(row.id());
        if (seen.removeNotOlder(row)) {
            exposed = true;
            changed = true;
        }
    }

    /**
     * Whether the stored cursor must be replaced before what was begun is handed out: it still says that a state from the same
     * second, or a later one that the index no longer shows, was delivered last. After a crash a user that went back to that state
     * would be taken for known.
     */
    synchronized boolean isExposed() {
        return exposed;
    }

    /**
     * Ends the delivery of a row.
     *
     * @param prefix the poll that it belongs to, and
     * @param place its place in it; null where a failed user was tried again
     */
    synchronized Outcome settle(
            ListedUser row, boolean ok, ConfirmationWindow prefix, ConfirmationWindow.Place place, long cap) {
        underWay.remove(row.id());
        changed = true;
        if (ok || settings.skip()) {
            seen.put(row);
            pending.remove(row.id());
        } else if (!pending.failed(row, poll)) {
            return Outcome.REFUSED;
        }
        if (place != null) {
            prefix.settle(place);
            advance(prefix, cap);
        }
        return ok || !settings.skip() ? Outcome.SETTLED : Outcome.SKIPPED;
    }

    /** Gives a failed user up. */
    synchronized void forget(String id) {
        changed |= pending.remove(id);
    }

    /** Keeps a failed user of whom there was nothing to try; gives how often in a row. */
    synchronized int postpone(String id) {
        changed = true;
        return pending.postpone(id, poll);
    }

    private void advance(ConfirmationWindow prefix, long cap) {
        long reached = Math.min(prefix.reached(), cap);
        if (reached > watermark) {
            watermark = reached;
            from = Math.max(from, watermark - settings.horizonSeconds());
            changed = true;
        }
    }

    /** Whether a state of the user, not older than the cursor, was delivered. */
    synchronized boolean hasDelivered(String id) {
        return seen.holds(id);
    }

    public synchronized boolean isUnderWay(String id) {
        return underWay.contains(id);
    }

    /** Begins to say that a user departed. */
    public synchronized void beginDeparture(String id) {
        underWay.add(id);
    }

    public synchronized void endDeparture(String id) {
        underWay.remove(id);
    }

    synchronized boolean hasChanged() {
        return changed;
    }

    /** What was taken could not be stored. */
    synchronized void notStored() {
        changed = true;
        exposed = true;
    }

    /**
     * Drops what no query reads again, and shortens the horizon to what can be kept.
     *
     * @return whether it was shortened
     */
    synchronized boolean tidy() {
        seen.dropBefore(from);
        if (!seen.isOverfull()) {
            return false;
        }
        long fitting = Math.min(seen.secondThatFits(), watermark);
        boolean shortened = fitting > from;
        from = Math.max(from, fitting);
        seen.dropBefore(from);
        return shortened;
    }

    /** The cursor as it is to be stored; counts as unchanged from now on. */
    synchronized ChangeCursor taken() {
        changed = false;
        exposed = false;
        return cursor();
    }

    synchronized ChangeCursor cursor() {
        return new ChangeCursor(settings.queryHash(), from, watermark, seen.kept(), pending.all());
    }
}
