/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lists all users once: counts those that are not in their order, works on each, and weighs the heap on the way. */
final class ListRun implements Subject.UserSink {
    private static final int PAGE = 200;
    private static final int WEIGHINGS = 5;

    private final int users;
    private final long workNanos;
    private final boolean weighed;
    private final HeapGauge gauge = new HeapGauge();
    private final List<Long> early = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private int seen;
    private int misplaced;
    private Reading end;

    /** @param command {@code list users=100000 work=200 weigh=1}; the work on a user is in microseconds */
    ListRun(Command command) {
        this.users = command.number("users");
        this.workNanos = TimeUnit.MICROSECONDS.toNanos(command.number("work"));
        this.weighed = command.is("weigh", "1");
    }

    String run(Subject subject) throws Exception {
        long idle = weighed ? gauge.weigh() : 0;
        Reading start = Reading.now();
        subject.list(this);
        if (end == null) {
            throw new IllegalStateException("saw " + seen + " users of " + users);
        }
        return Answer.of()
                .with("seen", seen)
                .with("misplaced", misplaced)
                .with("seconds", end.secondsSince(start))
                .with("cpu", end.cpuMicrosSince(start) / users)
                .with("bytes", (double) end.bytesSince(start) / users)
                .with("idle", idle)
                .with("early", HeapGauge.median(early))
                .with("late", HeapGauge.median(late))
                .text();
    }

    @Override
    public boolean take(String id, Object user) {
        if (user == null || UserIds.numberOf(id) != seen) {
            misplaced++;
        }
        seen++;
        long due = System.nanoTime() + workNanos;
        while (workNanos > 0 && System.nanoTime() < due) {
            Thread.onSpinWait();
        }
        if (weighed) {
            weighAfter(users / 10, early);
            weighAfter(users / 10 * 9, late);
        }
        if (seen == users) {
            // Here, while the thread of the last exchange is alive.
            end = Reading.now();
        }
        return seen == users;
    }

    /** In the middle of the pages after the given user. */
    private void weighAfter(int user, List<Long> weights) {
        int since = seen - user;
        if (since > 0 && since % PAGE == PAGE / 2 && weights.size() < WEIGHINGS) {
            weights.add(gauge.weigh());
        }
    }
}
