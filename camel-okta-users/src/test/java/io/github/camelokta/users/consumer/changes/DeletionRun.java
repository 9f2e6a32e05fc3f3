/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.History.Setup;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.removal.KnownUsersStore;
import io.github.camelokta.users.consumer.changes.removal.RemovalDetector;
import io.github.camelokta.users.consumer.changes.removal.RemovalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Lets an engine that detects deletions live through a history, with kills at any step, and a calm of several periods. */
final class DeletionRun implements UserDelivery.Receiver, ModelIndex.Wire {
    private final DeletionHistory history;
    private final Setup setup;
    private final Random random;
    private final DeletionOracle oracle;
    private final ModelIndex index;
    private final Map<String, String> stored = new HashMap<>();
    private final List<Exchange> inFlight = new ArrayList<>();
    private ChangePoller poller;
    private long now = DeletionHistory.EPOCH;
    private boolean calm;
    private boolean dead;
    private long from;

    private record Exchange(UserDelivery delivery) {}

    /** The process was killed; nothing of it goes on. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** An answer failed. */
    private static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable() {
            super("unavailable", null, false, false);
        }
    }

    DeletionRun(DeletionHistory history) {
        this.history = history;
        this.setup = history.history().setup();
        this.random = new Random(setup.seed());
        this.oracle = new DeletionOracle(history);
        this.index = new ModelIndex(
                history.history().writes(),
                history.searched(),
                () -> history.staleness() > 0 && random.nextBoolean() ? history.staleness() : 0,
                setup.paging(),
                setup.dates(),
                () -> now,
                this);
    }

    /** @throws AssertionError if what is promised does not hold */
    void run() {
        long end = now;
        for (History.Write write : history.history().writes()) {
            end = Math.max(end, write.visible() + 1_000);
        }
        begin();
        while (now < end) {
            live();
            now += setup.pause();
        }
        calm = true;
        // As many polls as one that failed some times waits, and several periods.
        long quiet = now + 3 * history.period();
        for (int polls = 0; polls < 40 || now < quiet; polls++) {
            live();
            now += 1_000;
        }
        // With no room for a further failure a poll ends at the next one, and the departures wait for help as all the
        // rest does.
        if (!poller.isRetryQueueFull()) {
            oracle.end(now);
        }
    }

    private void begin() {
        dead = false;
        Function<ChangeScanner, ReadAhead<ChangeScanner.ScannedPage>> reading =
                scanner -> new ReadAhead<>(scanner::next, setup.ahead(), new OnTheSpot());
        ChangeSettings settings = new ChangeSettings(
                7,
                history.searched(),
                setup.limit(),
                setup.maxMessages(),
                Duration.ofSeconds(history.horizon()),
                setup.fromNow() ? StartFrom.NOW : StartFrom.BEGINNING,
                setup.skip(),
                setup.wholePages(),
                new ChangeSettings.Limits(setup.maxPending(), 1_000, (int) (setup.seed() % 5), 1_000));
        RemovalDetector detector = new RemovalDetector(
                new RemovalSettings(
                        9,
                        history.searched(),
                        setup.limit(),
                        Duration.ofMillis(history.period()),
                        HistoryMaker.MOST_USERS,
                        setup.skip()),
                index,
                new KnownUsersStore(store("ids"), store("notes")),
                new SilentNotices(),
                reading,
                () -> Instant.ofEpochMilli(now));
        poller = new ChangePoller(settings, index, this, store("cursor"), new SilentNotices(), reading, detector);
        poller.start();
    }

    private CursorStore store(String name) {
        return new StoreParts(stored, name, this::step);
    }

    private void live() {
        try {
            try {
                from = poller.cursor().map(ChangeCursor::from).orElse(0L);
                poller.poll();
            } catch (Unavailable e) {
                // The next poll goes on.
            }
            if (!setup.outliving() || calm) {
                land(0);
            }
            step();
            if (random.nextInt(40) == 0 && !calm && inFlight.isEmpty()) {
                poller.stop();
                begin();
            }
        } catch (Killed e) {
            oracle.killed();
            for (Exchange exchange : inFlight) {
                if (random.nextBoolean()) {
                    work(exchange);
                }
            }
            inFlight.clear();
            begin();
        }
    }

    /** A point at which the process may be killed. */
    private void step() {
        if (dead || !calm && setup.deadly() > 0 && random.nextDouble() < setup.deadly()) {
            dead = true;
            throw new Killed();
        }
    }

    @Override
    public long half() {
        step();
        land(setup.outliving() && !calm ? random.nextInt(inFlight.size() + 1) : 0);
        if (!calm && random.nextDouble() < history.unreliable()) {
            throw new Unavailable();
        }
        long half = random.nextInt(setup.latency()) / 2;
        now += half;
        return half;
    }

    @Override
    public void read(RowQuery query, List<ListedUser> rows) {}

    @Override
    public boolean mayDeliver() {
        return calm || random.nextInt(50) > 0;
    }

    @Override
    public void deliver(UserDelivery delivery) {
        step();
        for (Exchange other : inFlight) {
            for (ListedUser row : other.delivery.users()) {
                if (delivery.users().stream().anyMatch(user -> user.id().equals(row.id()))) {
                    throw new AssertionError("Two exchanges of a user are under way: " + row.id());
                }
            }
        }
        delivery.users().forEach(row -> oracle.said(delivery.type(), row, now, from));
        inFlight.add(new Exchange(delivery));
        land(setup.parallel() - 1);
    }

    /** Ends exchanges, in any order, until there are no more than so many. */
    private void land(int left) {
        while (inFlight.size() > left) {
            Exchange exchange = inFlight.get(random.nextInt(inFlight.size()));
            now += random.nextInt(setup.work() + 1) / setup.parallel();
            step();
            inFlight.remove(exchange);
            if (fails(exchange)) {
                exchange.delivery.failed();
            } else {
                work(exchange);
                step();
                exchange.delivery.delivered();
            }
            step();
        }
    }

    private void work(Exchange exchange) {
        exchange.delivery.users().forEach(row -> oracle.delivered(exchange.delivery.type(), row));
    }

    private boolean fails(Exchange exchange) {
        return !calm && random.nextDouble() < setup.failing() / 2
                || exchange.delivery.users().stream()
                        .anyMatch(row -> setup.poison().contains(ModelIndex.userOf(row)));
    }
}
