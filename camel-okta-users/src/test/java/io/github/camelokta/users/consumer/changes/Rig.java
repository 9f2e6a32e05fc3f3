/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.History.Paging;
import io.github.camelokta.users.consumer.changes.History.Write;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An engine over the model of the index, with every step of the clock given. */
final class Rig extends SilentNotices implements UserDelivery.Receiver, CursorStore, ModelIndex.Wire {
    final List<String> delivered = new ArrayList<>();
    final List<String> queries = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final List<UserDelivery> held = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final List<UserDelivery> deliveries = new ArrayList<>();
    ChangeSettings.Limits limits = new ChangeSettings.Limits(100, 50_000, 1_000, 1_000);
    Paging paging = Paging.KEYSET;
    StartFrom startFrom = new StartFrom(false, -100);
    boolean dates = true;
    boolean holds;
    boolean skips;
    boolean wholePages;
    boolean searched;
    boolean mayDeliver = true;
    /** The call, counted from 1, of those that ask whether to go on, which says no; 0 for none. */
    int refusedAt;

    Runnable whenAskedToGoOn = () -> {};
    private int asked;
    int limit = 1;
    int horizon;
    int maxMessages;
    long now;
    long pageTime;
    long staleness;
    long workTime;
    RuntimeException breaking;
    RuntimeException storeFailing;
    String stored;
    String storedAtDelivery;
    final Map<String, String> parts = new HashMap<>();
    int saves;
    private final List<Write> writes = new ArrayList<>();
    private ModelIndex index;
    private ChangePoller poller;

    /** A write that shows at once, and is one of content A, B ... */
    Rig write(String user, long at, char content) {
        return late(user, at, at, content);
    }

    Rig late(String user, long at, long visible, char content) {
        writes.add(new Write(user.charAt(1) - 'a', at, visible, content - 'A', content == '-'));
        writes.sort(Comparator.comparingLong(Write::at));
        return this;
    }

    /** A new process. */
    ChangePoller restart() {
        index = new ModelIndex(writes, false, () -> staleness, paging, dates, () -> now, this);
        poller = new ChangePoller(
                new ChangeSettings(
                        7,
                        searched,
                        limit,
                        maxMessages,
                        Duration.ofSeconds(horizon),
                        startFrom,
                        skips,
                        wholePages,
                        limits),
                index,
                this,
                this,
                this,
                scanner -> new ReadAhead<>(scanner::next, 0, null),
                Removals.NOT_DETECTED);
        poller.start();
        return poller;
    }

    ChangePoller poller() {
        return poller == null ? restart() : poller;
    }

    /** So many polls, a second apart. */
    Rig polls(int count) {
        for (int i = 0; i < count; i++) {
            poller().poll();
            now += 1_000;
        }
        return this;
    }

    Rig pollAt(long time) {
        now = time;
        poller().poll();
        return this;
    }

    /** What was delivered since the last look. */
    List<String> news() {
        List<String> news = List.copyOf(delivered);
        delivered.clear();
        return news;
    }

    ChangeCursor cursor() {
        return poller.cursor().orElseThrow();
    }

    @Override
    public long half() {
        now += pageTime;
        return pageTime;
    }

    @Override
    public void read(RowQuery query, List<ListedUser> rows) {
        queries.add(query.kind() + (query.id() == null ? "" : " " + query.id()));
    }

    @Override
    public boolean mayDeliver() {
        whenAskedToGoOn.run();
        return mayDeliver && ++asked != refusedAt;
    }

    @Override
    public void deliver(UserDelivery delivery) {
        storedAtDelivery = stored;
        deliveries.add(delivery);
        if (breaking != null) {
            throw breaking;
        }
        now += workTime;
        boolean fails = false;
        for (ListedUser row : delivery.users()) {
            Write write = writes.get(ModelIndex.writeOf(row));
            String shown = row.id() + ":" + (char) ('A' + write.content());
            fails |= failing.contains(row.id()) || failing.contains(shown);
            delivered.add(shown);
        }
        if (holds) {
            held.add(delivery);
        } else if (fails) {
            delivery.failed();
        } else {
            delivery.delivered();
        }
    }

    @Override
    public String load() {
        return stored;
    }

    @Override
    public void save(String text) {
        if (storeFailing != null) {
            throw storeFailing;
        }
        saves++;
        stored = text;
    }

    @Override
    public CursorStore part(String name) {
        return new StoreParts(parts, name, () -> {
            if (storeFailing != null) {
                throw storeFailing;
            }
        });
    }

    @Override
    public void skipped(String id) {
        notices.add("skipped " + id);
    }

    @Override
    public void retryQueueFull(int failed) {
        notices.add("full " + failed);
    }

    @Override
    public void forgotten(String id, int looks) {
        notices.add("forgotten " + id);
    }

    @Override
    public void notStored(RuntimeException cause) {
        notices.add("not stored");
    }

    @Override
    public void horizonShrunk(long seconds) {
        notices.add("horizon " + seconds);
    }
}
