/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import io.github.camelokta.users.poll.changes.History.Paging;
import io.github.camelokta.users.poll.changes.History.Setup;
import io.github.camelokta.users.poll.changes.History.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws histories: bursts within a second, users that go back to what they were, late and out-of-order index rows. */
final class HistoryMaker {
    private static final int[] DELAYS = {0, 400, 2_000, 5_000};
    private static final int[] LATENCIES = {20, 200, 1_000, 4_000};
    private static final int[] WORKS = {0, 50, 800, 1_500};

    static final int MOST_USERS = 10;

    private HistoryMaker() {}

    static History of(long seed) {
        Random random = new Random(seed);
        int users = 2 + random.nextInt(MOST_USERS - 1);
        int longest = pick(random, DELAYS);
        Setup setup = setup(seed, random, users, (longest + 999) / 1000);
        return new History(setup, writes(random, users, longest));
    }

    private static Setup setup(long seed, Random random, int users, int delaySeconds) {
        boolean failures = random.nextInt(3) == 0;
        Set<Integer> poison = new HashSet<>();
        int maxPending = 1 + random.nextInt(4);
        for (int i = failures ? random.nextInt(maxPending + 1) : 0; i > 0; i--) {
            poison.add(random.nextInt(users));
        }
        int maxMessages = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3);
        int parallel = random.nextBoolean() ? 1 : 2 + random.nextInt(4);
        return new Setup(
                seed,
                Paging.values()[random.nextInt(3)],
                random.nextInt(3) == 0 ? 50 : 1 + random.nextInt(4),
                delaySeconds + random.nextInt(3),
                random.nextInt(4) > 0,
                pick(random, LATENCIES),
                pick(random, WORKS),
                random.nextBoolean() ? 100 : 5_000,
                maxMessages,
                failures ? maxPending : 100,
                parallel,
                parallel > 1 && random.nextBoolean(),
                random.nextInt(6) == 0,
                random.nextInt(8) == 0,
                random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0,
                random.nextInt(6) == 0,
                failures ? 0.4 : 0,
                poison,
                random.nextInt(3) == 0 ? 0.03 : 0);
    }

    private static List<Write> writes(Random random, int users, int longest) {
        int contents = 1 + random.nextInt(3);
        long length = 1_000L * (1 + random.nextInt(40));
        boolean bursts = random.nextBoolean();
        List<Write> writes = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            if (random.nextInt(4) > 0) {
                long at = -20_000 + (bursts ? random.nextInt(999) : random.nextInt(20_000));
                writes.add(write(random, user, at, contents, longest, false));
            }
        }
        for (int i = random.nextInt(25); i > 0; i--) {
            long at = bursts && random.nextBoolean()
                    ? length / 2000 * 1000 + random.nextInt(1_000)
                    : random.nextLong(length);
            writes.add(write(random, random.nextInt(users), at, contents, longest, random.nextInt(15) == 0));
        }
        writes.sort(Comparator.comparingLong(Write::at));
        Set<Integer> gone = new HashSet<>();
        writes.removeIf(
                write -> !gone.isEmpty() && gone.contains(write.user()) || write.deletes() && !gone.add(write.user()));
        return writes;
    }

    private static Write write(Random random, int user, long at, int contents, int longest, boolean deletes) {
        long delay = longest == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(longest + 1);
        return new Write(user, at, at + delay, random.nextInt(contents), deletes);
    }

    private static int pick(Random random, int[] values) {
        return values[random.nextInt(values.length)];
    }
}
