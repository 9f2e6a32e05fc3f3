/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.listing;

import io.github.camelokta.benchmarks.measure.HeapGauge;
import io.github.camelokta.benchmarks.measure.ProcessMeter;
import io.github.camelokta.benchmarks.measure.ProcessMeter.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes each user: counts those that do not come in their order, works for the given time, and weighs the heap on the way. */
final class UserWork {
    private static final int PAGE = 200;
    private static final int WEIGHINGS = 5;
    private static final int NUMBER_FROM = 10;

    private final ListingOptions options;
    private final ProcessMeter meter;
    private final HeapGauge gauge;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Long> early = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private int seen;
    private int misplaced;
    private Reading atEnd;

    UserWork(ListingOptions options, ProcessMeter meter, HeapGauge gauge) {
        this.options = options;
        this.meter = meter;
        this.gauge = gauge;
    }

    /** @param id as the stub makes them: three letters, seven that all have, and the user's number */
    void take(String id) {
        if (Integer.parseInt(id, NUMBER_FROM, id.length(), 10) != seen) {
            misplaced++;
        }
        seen++;
        long due = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(options.workMicros());
        while (System.nanoTime() < due) {
            Thread.onSpinWait();
        }
        if (options.weighed()) {
            weighAfter(options.users() / 10, early);
            weighAfter(options.users() / 10 * 9, late);
        }
        if (seen == options.users()) {
            atEnd = meter.read();
            end.countDown();
        }
    }

    /** In the middle of the pages after the given user. */
    private void weighAfter(int user, List<Long> weights) {
        int since = seen - user;
        if (since > 0 && since % PAGE == PAGE / 2 && weights.size() < WEIGHINGS) {
            weights.add(gauge.weigh());
        }
    }

    /** @return false if the last user did not come in time */
    boolean await(long minutes) throws InterruptedException {
        return end.await(minutes, TimeUnit.MINUTES);
    }

    int seen() {
        return seen;
    }

    int misplaced() {
        return misplaced;
    }

    /** When the last user had been worked on. */
    Reading atEnd() {
        return atEnd;
    }

    /** Weights behind a tenth of the users. */
    List<Long> early() {
        return early;
    }

    /** Weights behind nine tenths. */
    List<Long> late() {
        return late;
    }
}
