/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.History.Paging;
import io.github.camelokta.users.consumer.changes.History.Setup;
import io.github.camelokta.users.consumer.changes.History.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws histories, some of them of the kinds that are hard: seconds full of users, flips within a second, endless polls. */
final class HistoryMaker {
    static final int MOST_USERS = 10;

    private static final int[] DELAYS = {0, 400, 2_000, 5_000};
    private static final int[] LATENCIES = {20, 200, 1_000, 4_000};
    private static final int[] WORKS = {0, 50, 800, 1_500};

    private final long seed;
    private final Random random;
    private final Kind kind;
    private final int users;
    private final int contents;
    private final int delay;

    private enum Kind {
        MIXED,
        /** Most writes in one second. */
        BURST,
        /** Few users that go to and fro between two states, several times a second. */
        FLIPS,
        /** Users keep changing while pages are slow. */
        LONG_POLL
    }

    private HistoryMaker(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.kind = Kind.values()[random.nextInt(4)];
        this.users = switch (kind) {
            case FLIPS -> 1 + random.nextInt(3);
            case LONG_POLL -> MOST_USERS;
            default -> 2 + random.nextInt(MOST_USERS - 1);
        };
        this.contents = kind == Kind.FLIPS ? 2 : 1 + random.nextInt(3);
        this.delay = kind == Kind.LONG_POLL ? 2_000 : pick(DELAYS);
    }

    static History of(long seed) {
        HistoryMaker maker = new HistoryMaker(seed);
        return new History(maker.setup(), maker.writes());
    }

    private Setup setup() {
        boolean longPoll = kind == Kind.LONG_POLL;
        boolean failures = random.nextInt(3) == 0;
        Set<Integer> poison = new HashSet<>();
        int maxPending = 1 + random.nextInt(4);
        for (int i = failures ? random.nextInt(maxPending + 1) : 0; i > 0; i--) {
            poison.add(random.nextInt(users));
        }
        int parallel = random.nextBoolean() ? 1 : 2 + random.nextInt(4);
        return new Setup(
                seed,
                Paging.values()[random.nextInt(3)],
                !longPoll && random.nextInt(3) == 0 ? 50 : 1 + random.nextInt(longPoll ? 2 : 4),
                (delay + 999) / 1000 + (longPoll ? 0 : random.nextInt(3)),
                random.nextInt(4) > 0,
                longPoll ? 100 + random.nextInt(1_000) : pick(LATENCIES),
                longPoll ? random.nextInt(300) : pick(WORKS),
                random.nextBoolean() ? 100 : 5_000,
                random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3),
                failures ? maxPending : 100,
                parallel,
                parallel > 1 && random.nextBoolean(),
                random.nextInt(6) == 0,
                random.nextInt(8) == 0,
                random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0,
                random.nextInt(6) == 0,
                failures ? 0.4 : 0,
                poison,
                random.nextInt(3) == 0 ? (kind == Kind.FLIPS ? 0.1 : 0.03) : 0);
    }

    private List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            if (random.nextInt(4) > 0) {
                writes.add(write(user, -20_000 + random.nextInt(kind == Kind.BURST ? 999 : 20_000)));
            }
        }
        long length = 1_000L * (1 + random.nextInt(40));
        int count = kind == Kind.LONG_POLL ? 20 + random.nextInt(40) : random.nextInt(25);
        for (int i = 0; i < count; i++) {
            writes.add(write(random.nextInt(users), time(length)));
        }
        writes.sort(Comparator.comparingLong(Write::at));
        Set<Integer> gone = new HashSet<>();
        writes.removeIf(write -> gone.contains(write.user()) || write.deletes() && !gone.add(write.user()));
        return writes;
    }

    private long time(long length) {
        return switch (kind) {
            case MIXED -> random.nextLong(length);
            case BURST -> random.nextBoolean() ? length / 2000 * 1000 + random.nextInt(1_000) : random.nextLong(length);
            case FLIPS -> random.nextLong(3_000);
            case LONG_POLL -> random.nextLong(10_000);
        };
    }

    private Write write(int user, long at) {
        long late =
                switch (random.nextInt(3)) {
                    case 0 -> 0;
                    case 1 -> delay;
                    default -> random.nextInt(delay + 1);
                };
        boolean deletes = at > 0 && kind != Kind.FLIPS && random.nextInt(15) == 0;
        return new Write(user, at, at + late, random.nextInt(contents), deletes);
    }

    private int pick(int[] values) {
        return values[random.nextInt(values.length)];
    }
}
