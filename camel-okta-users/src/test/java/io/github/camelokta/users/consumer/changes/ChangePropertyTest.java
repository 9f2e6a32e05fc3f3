/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.support.Randoms;
import org.junit.jupiter.api.Test;

/** The guarantees of mode=changes, over random histories of an org whose index lags and whose cursors jump. */
class ChangePropertyTest {
    private static final int HISTORIES = Integer.getInteger("histories", 12_000);

    @Test
    void each_final_state_comes_last_and_nothing_comes_twice_without_cause() {
        long seed = Randoms.seed();
        long begun = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            History history = HistoryMaker.of(seed + i);
            AssertionError failure = failure(history);
            if (failure != null) {
                History small = shrunk(history);
                throw new AssertionError(
                        "History " + i + " of seed " + seed + ", run again with -Dseed=" + (seed + i) + ": "
                                + failure(small).getMessage() + "\n  " + small,
                        failure);
            }
        }
        System.out.printf(
                "mode=changes: %,d histories from seed %d in %.1f s%n",
                HISTORIES, seed, (System.nanoTime() - begun) / 1e9);
    }

    private static AssertionError failure(History history) {
        try {
            new HistoryRun(history).run();
            return null;
        } catch (AssertionError e) {
            return e;
        } catch (RuntimeException e) {
            return new AssertionError(e.toString(), e);
        }
    }

    /** The same history with as few writes as still fail. */
    private static History shrunk(History history) {
        History small = history;
        for (int count = history.writes().size(); count > 0; count /= 2) {
            for (int from = 0; from < small.writes().size(); ) {
                History smaller = small.without(from, count);
                if (failure(smaller) == null) {
                    from += count;
                } else {
                    small = smaller;
                }
            }
        }
        return small;
    }
}
