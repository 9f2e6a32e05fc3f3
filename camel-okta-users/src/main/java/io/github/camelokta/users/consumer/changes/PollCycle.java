/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.ChangeScanner.ScannedPage;
import io.github.camelokta.users.consumer.changes.DeliveryTracker.Settlement;
import io.github.camelokta.users.consumer.changes.DeliveryTracker.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One poll, top down: first failed users in their turn, then the pages of the scan, then removed users. Its deliveries may
 * complete after its end.
 */
public final class PollCycle {
    /** With the waits between them more polls than a horizon takes. */
    private static final int MOST_IN_VAIN = 8;

    private final ChangeSettings settings;
    private final UserIndex index;
    private final UserDelivery.Receiver receiver;
    private final DeliveryTracker tracker;
    private final Removals removals;
    private final ChangeNotices notices;
    private final NewestChange newest;
    private final ConfirmationWindow window = new ConfirmationWindow();
    private final long number;
    private final long readFrom;
    private int delivered;
    private boolean atTheEnd;
    private volatile boolean refused;
    private volatile boolean ended;

    PollCycle(
            ChangeSettings settings,
            UserIndex index,
            UserDelivery.Receiver receiver,
            DeliveryTracker tracker,
            Removals removals,
            ChangeNotices notices,
            NewestChange newest) {
        this.settings = settings;
        this.index = index;
        this.receiver = receiver;
        this.tracker = tracker;
        this.removals = removals;
        this.notices = notices;
        this.newest = newest;
        this.number = tracker.beginPoll();
        this.readFrom = tracker.from();
    }

    /** @param reading how the pages of the scan are read */
    void run(Function<ChangeScanner, ReadAhead<ScannedPage>> reading) {
        try {
            retry();
            tracker.store();
            if (mayBegin()) {
                takePages(reading);
            }
            removals.take(this);
        } finally {
            ended = true;
            storeAfterTheLast();
        }
    }

    /** From 1. */
    public long number() {
        return number;
    }

    /** Epoch second from which it reads. */
    long readFrom() {
        return readFrom;
    }

    public DeliveryTracker tracker() {
        return tracker;
    }

    /** Exchanges handed out so far. */
    int delivered() {
        return delivered;
    }

    /** Whether it read to the end of the index. */
    boolean isAtTheEnd() {
        return atTheEnd;
    }

    /** Whether the poll ended because no more failed users can be kept. */
    boolean isRefused() {
        return refused;
    }

    /** Whether another user may be handed out; waits as long as too many are in flight. */
    public boolean mayGoOn() {
        boolean waited = false;
        while (left() > 0 && !refused && receiver.mayDeliver()) {
            if (tracker.hasRoom(window)) {
                if (waited) {
                    tracker.makeRoom();
                }
                return true;
            }
            if (!tracker.mayGetRoom(window)) {
                return false;
            }
            tracker.awaitRoom(window);
            waited = true;
        }
        return false;
    }

    /** The same for another batch. */
    public boolean mayBegin() {
        return receiver.mayBegin() && mayGoOn();
    }

    private int left() {
        return settings.maxMessages() <= 0 ? Integer.MAX_VALUE : settings.maxMessages() - delivered;
    }

    // Failed users. They are searched for, so that their fingerprints are those that the scan sees.

    private void retry() {
        for (String id : tracker.dueForRetry()) {
            if (delivered >= leftForRetries() || !mayBegin()) {
                return;
            }
            retry(id);
        }
    }

    /** Half of the exchanges, or with one exchange a poll every other poll: failed users must not starve the others. */
    private int leftForRetries() {
        if (settings.maxMessages() <= 0) {
            return Integer.MAX_VALUE;
        }
        return settings.maxMessages() == 1 ? (int) (1 - number % 2) : settings.maxMessages() / 2;
    }

    private void retry(String id) {
        Optional<ListedUser> user = index.search(id);
        if (user.isEmpty()) {
            if (index.find(id).isPresent()) {
                postpone(id, settings.searched());
            } else {
                tracker.forget(id);
            }
        } else if (tracker.isKnown(user.get())) {
            // The index went back behind the state that failed.
            postpone(id, true);
        } else {
            handOut(tracker.beginRetry(this, user.get()));
        }
    }

    private void postpone(String id, boolean notForEver) {
        int vain = tracker.postpone(id);
        if (notForEver && vain >= MOST_IN_VAIN) {
            tracker.forget(id);
            notices.forgotten(id, vain);
        }
    }

    // The pages of the scan.

    private void takePages(Function<ChangeScanner, ReadAhead<ScannedPage>> reading) {
        ChangeScanner scanner =
                new ChangeScanner(index, RowQuery.SortedBy.LAST_UPDATED, settings.limit(), tracker.from(), newest);
        try (ReadAhead<ScannedPage> pages = reading.apply(scanner)) {
            boolean whole = true;
            while (whole) {
                Optional<ScannedPage> page = pages.next();
                if (page.isEmpty()) {
                    atTheEnd = true;
                    tracker.reachEnd(window, scanner.end());
                    tracker.store();
                    return;
                }
                removals.listed(page.get().users());
                whole = (settings.wholePages() ? takeWhole(page.get()) : takeEach(page.get())) && mayBegin();
                tracker.store();
            }
        }
    }

    /** @return false if the poll had to end before the page did */
    private boolean takeEach(ScannedPage page) {
        int size = Math.min(newUsers(page.users()), left());
        int next = 0;
        for (ListedUser user : page.users()) {
            if (tracker.passes(window, user, page.cap())) {
                continue;
            }
            if (!mayGoOn()) {
                return false;
            }
            // A delivery that was in flight when the page was counted may have completed meanwhile.
            size = Math.max(size, next + 1);
            handOut(tracker.begin(this, window, user, page.cap(), next++, size));
        }
        return true;
    }

    private boolean takeWhole(ScannedPage page) {
        if (!mayGoOn()) {
            return newUsers(page.users()) == 0;
        }
        tracker.beginWhole(this, window, page.users(), page.cap()).ifPresent(this::handOut);
        return true;
    }

    private int newUsers(List<ListedUser> users) {
        Set<String> ids = new HashSet<>();
        for (ListedUser user : users) {
            if (tracker.standing(user) == Standing.NEW) {
                ids.add(user.id());
            }
        }
        return ids.size();
    }

    // Removed users.

    /** Hands out a user who was removed. */
    public void handOutRemoval(ListedUser user, ChangeType type) {
        handOut(tracker.beginRemoval(this, user, type));
    }

    /** Hands out a user who is back in the search. */
    public void handOutReturn(ListedUser user) {
        handOut(tracker.beginReturn(this, user, ChangeType.changed));
    }

    // Deliveries.

    private void handOut(UserDelivery delivery) {
        boolean ready = false;
        try {
            if (tracker.mustBeStoredFirst()) {
                tracker.store();
            }
            removals.delivering(delivery);
            ready = true;
        } finally {
            if (!ready) {
                tracker.withdraw(delivery);
            }
        }
        delivered++;
        boolean handed = false;
        try {
            receiver.deliver(delivery);
            handed = true;
        } finally {
            if (!handed && settings.skip()) {
                // The route may never have seen them.
                tracker.withdraw(delivery);
            } else if (!handed) {
                delivery.failed();
            }
        }
    }

    void complete(UserDelivery delivery, boolean ok) {
        if (!tracker.complete(delivery)) {
            return;
        }
        // Before another exchange of these users may begin.
        removals.completed(delivery, ok, number);
        List<Settlement> results = tracker.settle(delivery, ok, window);
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case SKIPPED -> notices.skipped(delivery.users().get(i).id());
                case REFUSED -> refuse();
                case SETTLED -> {}
            }
        }
        storeAfterTheLast();
    }

    private synchronized void refuse() {
        if (!refused) {
            refused = true;
            notices.retryQueueFull(settings.limits().retries());
        }
    }

    /** Whichever comes last stores: the end of the poll or the last outcome. */
    private void storeAfterTheLast() {
        if (ended && tracker.inFlight() == 0) {
            try {
                tracker.store();
            } catch (RuntimeException e) {
                notices.notStored(e);
            }
        }
    }
}
