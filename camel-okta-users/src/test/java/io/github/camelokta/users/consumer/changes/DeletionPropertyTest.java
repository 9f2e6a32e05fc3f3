/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.support.Randoms;
import org.junit.jupiter.api.Test;

/** The guarantees of detectDeletions, over random histories of an org whose index lags, and in which users come and go. */
class DeletionPropertyTest {
    private static final int HISTORIES = Integer.getInteger("histories", 2_000);

    @Test
    void nobody_who_lives_is_said_to_be_deleted_and_nobody_who_is_deleted_is_forgotten() {
        long seed = Randoms.seed();
        long begun = System.nanoTime();
        int failures = 0;
        String first = null;
        for (int i = 0; i < HISTORIES; i++) {
            DeletionHistory history = DeletionHistory.of(seed + i);
            AssertionError failure = failure(history);
            if (failure != null && failures++ == 0) {
                DeletionHistory small = shrunk(history);
                first = "-Dseed=" + (seed + i) + ": " + failure(small).getMessage() + "\n  " + small;
            }
        }
        System.out.printf(
                "detectDeletions: %,d histories from seed %d in %.1f s%n",
                HISTORIES, seed, (System.nanoTime() - begun) / 1e9);
        if (failures > 0) {
            throw new AssertionError(failures + " histories from seed " + seed + " failed, run again with " + first);
        }
    }

    private static AssertionError failure(DeletionHistory history) {
        try {
            new DeletionRun(history).run();
            return null;
        } catch (AssertionError e) {
            return e;
        } catch (RuntimeException e) {
            return new AssertionError(e.toString(), e);
        }
    }

    /** The same history with as few writes as still fail. */
    private static DeletionHistory shrunk(DeletionHistory history) {
        DeletionHistory small = history;
        for (int count = history.history().writes().size(); count > 0; count /= 2) {
            for (int from = 0; from < small.history().writes().size(); ) {
                DeletionHistory smaller = small.without(from, count);
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
