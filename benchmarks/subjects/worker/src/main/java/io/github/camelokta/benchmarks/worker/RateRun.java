/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A number of suspends shared by some callers, each tried once by its caller. */
final class RateRun {
    private final Subject subject;
    private final int calls;
    private final int callers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong lastDone = new AtomicLong();

    /** @param command {@code rate calls=200 callers=8} */
    RateRun(Subject subject, Command command) {
        this.subject = subject;
        this.calls = command.number("calls");
        this.callers = command.number("callers");
    }

    String run() throws InterruptedException {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(this::call);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Answer.of()
                .with("done", done.get())
                .with("failed", failed.get())
                .with("seconds", (lastDone.get() - start) / 1e9)
                .text();
    }

    private void call() {
        for (int call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
            try {
                subject.suspend(UserIds.some(call));
                done.incrementAndGet();
                lastDone.accumulateAndGet(System.nanoTime(), Math::max);
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }
}
