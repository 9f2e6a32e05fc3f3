/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.History.Setup;
import io.github.camelokta.users.consumer.changes.History.Write;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lets the engine live through a history: polls, exchanges that end in any order, kills at any step, and a calm at the end. */
final class HistoryRun implements UserDelivery.Receiver, CursorStore, ModelIndex.Wire {
    private static final int MOST_POLLS = 3_000;

    private final Setup setup;
    private final List<Write> writes;
    private final Random random;
    private final Oracle oracle;
    private final ModelIndex index;
    private final List<Exchange> inFlight = new ArrayList<>();
    private final int[] failuresLeft;
    private final boolean parsed;
    private ChangePoller poller;
    private final Map<String, String> parts = new HashMap<>();
    private String stored;
    private long now;
    private boolean calm;
    private boolean dead;
    private boolean refused;
    private int successes;

    private record Exchange(UserDelivery delivery) {}

    /** The process was killed; nothing of it goes on. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    HistoryRun(History history) {
        this.setup = history.setup();
        this.writes = history.writes();
        this.random = new Random(setup.seed());
        this.oracle = new Oracle(history);
        this.index = new ModelIndex(writes, setup.paging(), setup.dates(), () -> now, this);
        this.parsed = setup.seed() % 4 == 0;
        this.failuresLeft = new int[writes.size()];
        for (int i = 0; i < failuresLeft.length; i++) {
            failuresLeft[i] = random.nextDouble() < setup.failing() ? 1 + random.nextInt(5) : 0;
        }
    }

    /** @throws AssertionError if what is promised does not hold */
    void run() {
        long end = 1_000;
        for (Write write : writes) {
            end = Math.max(end, write.visible() + 1_000);
        }
        begin();
        while (now < end) {
            live();
            now += setup.pause();
        }
        calm = true;
        int quiet = 0;
        // Failures may take all messages of some polls.
        int rest = setup.failing() > 0 ? 60 : 4;
        for (int polls = 0; quiet < rest; polls++) {
            if (polls > MOST_POLLS) {
                throw new AssertionError("It never comes to rest");
            }
            int before = successes;
            live();
            now += 1_000;
            quiet = successes > before || isWaiting() ? 0 : quiet + 1;
        }
        oracle.end();
    }

    private void begin() {
        dead = false;
        ChangeSettings settings = new ChangeSettings(
                7,
                false,
                setup.limit(),
                setup.maxMessages(),
                Duration.ofSeconds(setup.horizon()),
                setup.fromNow() ? StartFrom.NOW : new StartFrom(false, -100),
                setup.skip(),
                setup.wholePages(),
                new ChangeSettings.Limits(setup.maxPending(), 1_000, (int) (setup.seed() % 5), 1_000));
        poller = new ChangePoller(
                settings,
                index,
                this,
                this,
                new SilentNotices() {
                    @Override
                    public void retryQueueFull(int failed) {
                        refused = true;
                    }
                },
                scanner -> new ReadAhead<>(scanner::next, setup.ahead(), new OnTheSpot()),
                Removals.NOT_DETECTED);
        poller.start();
    }

    private void live() {
        try {
            oracle.pollBegins();
            refused = false;
            int delivered = poller.poll();
            if (!setup.outliving() || calm) {
                land(0);
            }
            if (!refused && !setup.outliving() && (setup.maxMessages() == 0 || delivered < setup.maxMessages())) {
                oracle.pollEnds();
            }
            step();
            if (random.nextInt(40) == 0 && !calm && inFlight.isEmpty()) {
                poller.stop();
                begin();
            }
        } catch (Killed e) {
            List<ListedUser> done = new ArrayList<>();
            for (Exchange exchange : inFlight) {
                if (random.nextBoolean()) {
                    exchange.delivery.users().forEach(this::work);
                    done.addAll(exchange.delivery.users());
                }
            }
            inFlight.clear();
            oracle.killed(done);
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

    private boolean isWaiting() {
        return !inFlight.isEmpty()
                || poller.cursor().orElseThrow().failed().stream()
                        .anyMatch(user -> !setup.poison().contains(user.id().charAt(1) - 'a'));
    }

    @Override
    public long half() {
        step();
        if (setup.outliving() && !calm) {
            land(random.nextInt(inFlight.size() + 1));
        } else {
            land(0);
        }
        long half = random.nextInt(setup.latency()) / 2;
        now += half;
        return half;
    }

    @Override
    public void read(RowQuery query, List<ListedUser> rows) {
        if (poller.cursor().isEmpty()) {
            oracle.readAtStart(rows, now);
            return;
        }
        if (query.kind() == RowQuery.Kind.NEWEST) {
            // The page before it counts for nothing: it is read again.
            oracle.forgetRead();
        } else if (query.kind() != RowQuery.Kind.USER) {
            rows.forEach(row -> oracle.read(row, now));
        }
    }

    @Override
    public boolean mayDeliver() {
        return true;
    }

    @Override
    public void deliver(UserDelivery delivery) {
        step();
        for (Exchange other : inFlight) {
            for (ListedUser row : other.delivery.users()) {
                if (delivery.users().stream().anyMatch(user -> user.id().equals(row.id()))) {
                    throw new AssertionError("Two states of a user are under way: " + row.id());
                }
            }
        }
        delivery.users().forEach(oracle::tried);
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
            end(exchange);
        }
    }

    private void end(Exchange exchange) {
        List<ListedUser> rows = exchange.delivery.users();
        if (fails(rows)) {
            exchange.delivery.failed();
            return;
        }
        rows.forEach(this::work);
        rows.forEach(oracle::confirmed);
        step();
        exchange.delivery.delivered();
        step();
    }

    private void work(ListedUser row) {
        oracle.delivered(row);
        successes++;
    }

    private boolean fails(List<ListedUser> rows) {
        boolean fails = false;
        for (ListedUser row : rows) {
            fails |= setup.poison().contains(ModelIndex.userOf(row)) || failuresLeft[ModelIndex.writeOf(row)]-- > 0;
        }
        return fails;
    }

    @Override
    public String load() {
        return stored;
    }

    @Override
    public void save(String text) {
        step();
        stored = text;
        oracle.stored(parsed ? ChangeCursor.parse(text, 7, this) : null, setup.maxPending());
        step();
    }

    @Override
    public CursorStore part(String name) {
        return new StoreParts(parts, name, this::step);
    }
}
