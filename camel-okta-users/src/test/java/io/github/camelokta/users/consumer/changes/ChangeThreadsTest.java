/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.UserIndex.IndexPage;
import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Exchanges that end on other threads, at the same time and after their poll. */
class ChangeThreadsTest {
    private static final int USERS = 5_000;

    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private final CursorStore store = new StoreParts(stored, "cursor", () -> {});
    private final ExecutorService route = Executors.newFixedThreadPool(4);

    @Test
    void every_user_is_confirmed_once_and_the_cursor_ends_at_the_last() throws InterruptedException {
        ChangePoller poller = poller();
        poller.start();
        int idle = 0;
        for (int polls = 0; idle < 3; polls++) {
            assertThat(polls).isLessThan(10_000_000);
            idle = poller.poll() == 0
                            && poller.inFlight() == 0
                            && tries.size() == USERS
                            && poller.cursor().orElseThrow().failed().isEmpty()
                    ? idle + 1
                    : 0;
        }
        route.shutdown();
        assertThat(route.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        poller.stop();

        tries.forEach((id, count) -> assertThat(count).as(id).isEqualTo(fails(id) ? 2 : 1));
        ChangeCursor cursor = ChangeCursor.parse(stored.get("cursor"), 7, store);
        assertThat(cursor.watermark()).isEqualTo(USERS - 1L);
        assertThat(cursor.failed()).isEmpty();
    }

    private ChangePoller poller() {
        ChangeSettings settings = new ChangeSettings(
                7,
                false,
                200,
                0,
                Duration.ofSeconds(60),
                new StartFrom(false, -1),
                false,
                false,
                ChangeSettings.Limits.of(Duration.ofSeconds(60), false));
        return new ChangePoller(
                settings,
                new Users(),
                new Route(),
                store,
                new SilentNotices(),
                scanner -> new ReadAhead<>(scanner::next, 0, null),
                Removals.NOT_DETECTED);
    }

    private static boolean fails(String id) {
        return id.endsWith("77");
    }

    private final class Route implements UserDelivery.Receiver {
        @Override
        public boolean mayDeliver() {
            return true;
        }

        @Override
        public void deliver(UserDelivery delivery) {
            String id = delivery.users().get(0).id();
            route.execute(() -> {
                if (tries.merge(id, 1, Integer::sum) == 1 && fails(id)) {
                    delivery.failed();
                } else {
                    delivery.delivered();
                }
            });
        }
    }

    /** One user a second, none of whom changes. */
    private static final class Users implements UserIndex {
        @Override
        public IndexPage query(RowQuery query) {
            int from = query.kind() == RowQuery.Kind.USER
                    ? Integer.parseInt(query.id())
                    : (int) Math.max(0, query.second());
            int to = Math.min(from + query.limit(), USERS);
            List<ListedUser> rows = new ArrayList<>();
            for (int i = from; i < to; i++) {
                rows.add(new ListedUser(String.valueOf(i), i, i, i, null));
            }
            return new IndexPage(
                    rows, OptionalLong.of(2L * USERS), Duration.ZERO, Duration.ZERO, to == USERS ? null : () -> null);
        }

        @Override
        public Optional<byte[]> find(String id) {
            return Optional.of(new byte[0]);
        }
    }
}
