/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.RowQuery.SortedBy;
import io.github.camelokta.users.consumer.changes.UserIndex.IndexPage;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.removal.KnownUsersStore;
import io.github.camelokta.users.consumer.changes.removal.RemovalDetector;
import io.github.camelokta.users.consumer.changes.removal.RemovalSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** An engine that detects deletions over a few users, each of a second of its own, with every step of the clock given. */
public final class DeletionRig extends SilentNotices implements UserDelivery.Receiver, UserIndex {
    private static final long PERIOD = 100;

    public final List<String> said = new ArrayList<>();
    public final List<String> bodies = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public final List<String> notices = new ArrayList<>();
    public final List<UserDelivery> held = new ArrayList<>();
    public final Set<String> hidden = new HashSet<>();
    /** Shown by listings alone, as an old row of the index. */
    public final Set<String> ghosts = new HashSet<>();

    public final Set<String> failing = new HashSet<>();
    public final Map<String, String> stored = new HashMap<>();
    public Runnable atGet = () -> {};
    /** The query of a listing, counted from 1, from which on nothing more may be handed out; 0 for none. */
    public int stopsAtListed;

    public boolean stopped;

    public boolean searched;
    public boolean skip;
    public boolean holds;
    public boolean refusesGet;
    public boolean breaksAtListing;
    public int most = 10;
    public int maxMessages;
    public int listings;
    private final Map<String, Long> users = new TreeMap<>();
    private final Map<String, Long> created = new HashMap<>();
    private long seconds = 1_000;
    private int listed;
    private ChangePoller poller;

    public DeletionRig users(String... ids) {
        for (String id : ids) {
            users.put(id, seconds++);
        }
        return this;
    }

    /** Shows a user as of before. */
    public DeletionRig shown(String id) {
        users.put(id, seconds++);
        return this;
    }

    public DeletionRig gone(String id) {
        users.remove(id);
        return this;
    }

    public DeletionRig pass() {
        seconds += PERIOD;
        return this;
    }

    public DeletionRig poll() {
        if (poller == null) {
            restart();
        }
        poller.poll();
        return this;
    }

    public RemovalSettings settings(int mostAtOnce) {
        return new RemovalSettings(9, searched, 1, Duration.ofSeconds(PERIOD), mostAtOnce, skip);
    }

    /** Ends in good order, as opposed to a restart alone. */
    public void stop() {
        poller.stop();
    }

    public void restart() {
        ChangeSettings settings = new ChangeSettings(
                7,
                searched,
                1,
                maxMessages,
                Duration.ofSeconds(1),
                StartFrom.BEGINNING,
                skip,
                false,
                ChangeSettings.Limits.of(Duration.ofSeconds(1), false));
        RemovalDetector detector = new RemovalDetector(
                settings(most),
                this,
                new KnownUsersStore(store("ids"), store("notes")),
                this,
                scanner -> new ReadAhead<>(scanner::next, 0, null),
                () -> Instant.ofEpochSecond(seconds));
        poller = new ChangePoller(
                settings,
                this,
                this,
                store("cursor"),
                this,
                scanner -> new ReadAhead<>(scanner::next, 0, null),
                detector);
        poller.start();
    }

    private CursorStore store(String name) {
        return new StoreParts(stored, name, () -> {});
    }

    @Override
    public IndexPage query(RowQuery query) {
        if (query.sortedBy() == SortedBy.CREATED && query.second() == 0) {
            listings++;
            listed = 0;
        }
        if (query.sortedBy() == SortedBy.CREATED && query.second() > 0 && breaksAtListing) {
            throw new IllegalStateException("broken off");
        }
        if (query.sortedBy() == SortedBy.CREATED) {
            stopped = ++listed == stopsAtListed;
        }
        List<ListedUser> rows = new ArrayList<>();
        users.forEach((id, second) -> {
            boolean matches =
                    switch (query.kind()) {
                        case SINCE -> second >= query.second();
                        case EXACTLY -> second == query.second();
                        case USER -> id.equals(query.id());
                        case NEWEST -> true;
                    };
            if (matches && !hidden.contains(id)) {
                boolean listing = query.sortedBy() == SortedBy.CREATED;
                long since = listing ? second : created.computeIfAbsent(id, user -> second);
                rows.add(new ListedUser(id, second, since, second, json(id)));
            }
        });
        if (query.sortedBy() == SortedBy.CREATED && query.second() == 0) {
            ghosts.forEach(id -> rows.add(new ListedUser(id, 1, 1, 1, json(id))));
        }
        rows.sort(Comparator.comparingLong(
                row -> query.sortedBy() == SortedBy.CREATED ? row.created() : row.lastUpdated()));
        int to = Math.min(query.limit(), rows.size());
        IndexPage.Next rest = () -> new IndexPage(
                List.copyOf(rows.subList(to, rows.size())),
                OptionalLong.of(seconds),
                Duration.ZERO,
                Duration.ofSeconds(seconds),
                null);
        return new IndexPage(
                List.copyOf(rows.subList(0, to)),
                OptionalLong.of(seconds),
                Duration.ZERO,
                Duration.ofSeconds(seconds),
                to == rows.size() ? null : rest);
    }

    @Override
    public Optional<byte[]> find(String id) {
        asked.add(id);
        atGet.run();
        if (refusesGet) {
            throw new IllegalStateException("403");
        }
        return users.containsKey(id) ? Optional.of(json(id)) : Optional.empty();
    }

    private static byte[] json(String id) {
        return ("{\"id\":\"" + id + "\",\"created\":\"x\"}").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean mayDeliver() {
        return !stopped;
    }

    @Override
    public void deliver(UserDelivery delivery) {
        ListedUser row = delivery.users().get(0);
        String what = delivery.type() + " " + row.id();
        said.add(what);
        bodies.add(new String(row.json(), StandardCharsets.UTF_8));
        if (holds) {
            held.add(delivery);
        } else if (failing.contains(what)) {
            delivery.failed();
        } else {
            delivery.delivered();
        }
    }

    @Override
    public void undecided(String id, RuntimeException cause) {
        notices.add("undecided " + id);
    }

    @Override
    public void skipped(String id) {
        notices.add("skipped " + id);
    }
}
