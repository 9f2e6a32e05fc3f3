/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.History.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A history in which more users are deleted, and what detection meets in it. Users of one content are outside the search, where
 * there is one.
 *
 * @param history with all times after {@link #EPOCH}
 * @param horizon in seconds, over all delays
 * @param period of detection, in milliseconds
 * @param staleness by how much one of two replicas is behind, in milliseconds
 * @param unreliable chance that an answer fails
 */
record DeletionHistory(History history, boolean searched, int horizon, long period, int staleness, double unreliable) {
    static final long EPOCH = 100_000;

    static DeletionHistory of(long seed) {
        History drawn = HistoryMaker.of(seed);
        Random random = new Random(~seed);
        List<Write> writes = new ArrayList<>();
        for (Write write : drawn.writes()) {
            writes.add(new Write(
                    write.user(),
                    write.at() + EPOCH,
                    write.visible() + EPOCH,
                    random.nextInt(3) == 0 ? ModelIndex.OUTSIDE : write.content(),
                    write.deletes()));
        }
        long end = writes.stream().mapToLong(Write::at).max().orElse(EPOCH) + 20_000;
        for (int user = 0; user < HistoryMaker.MOST_USERS; user++) {
            int doomed = user;
            if (random.nextInt(3) == 0 && writes.stream().anyMatch(write -> write.user() == doomed)) {
                long at = EPOCH + random.nextLong(end - EPOCH);
                writes.removeIf(write -> write.user() == doomed && write.at() >= at);
                writes.add(new Write(user, at, at + random.nextInt(3) * 700L, 0, true));
            }
        }
        writes.sort(Comparator.comparingLong(Write::at));
        int staleness = random.nextInt(3) == 0 ? 1 + random.nextInt(3_000) : 0;
        int horizon = drawn.setup().horizon() + 2 + (staleness + 999) / 1_000;
        return new DeletionHistory(
                new History(drawn.setup(), writes),
                random.nextBoolean(),
                horizon,
                horizon * 1_000L + random.nextInt(6_000),
                staleness,
                random.nextInt(3) == 0 ? 0.05 : 0);
    }

    DeletionHistory without(int from, int count) {
        return new DeletionHistory(history.without(from, count), searched, horizon, period, staleness, unreliable);
    }

    @Override
    public String toString() {
        return "searched=" + searched + " horizon=" + horizon + " period=" + period + " staleness=" + staleness
                + " unreliable=" + unreliable + " " + history;
    }
}
