/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Callers that call one after the other, each on a thread of its own, for a given time. */
final class LoadRun {
    private static final int USERS_APART = 1000;

    private final Subject subject;
    private final boolean get;
    private final int callers;
    private final int millis;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch begin = new CountDownLatch(1);
    private final CountDownLatch ended;
    private final CountDownLatch counted = new CountDownLatch(1);

    /** @param command {@code load op=get callers=64 millis=1500 threads=platform} */
    LoadRun(Subject subject, Command command) {
        this.subject = subject;
        this.get = command.is("op", "get");
        this.callers = command.number("callers");
        this.millis = command.number("millis");
        this.ended = new CountDownLatch(callers);
    }

    String run(ThreadFactory threads) throws InterruptedException {
        for (int i = 0; i < callers; i++) {
            long first = (long) i * USERS_APART;
            threads.newThread(() -> callFrom(first)).start();
        }
        Reading start = Reading.now();
        begin.countDown();
        TimeUnit.MILLISECONDS.sleep(millis);
        over.set(true);
        ended.await();
        Reading end = Reading.now();
        counted.countDown();
        double all = Math.max(1, calls.get());
        return Answer.of()
                .with("calls", calls.get())
                .with("failures", failures.get())
                .with("perSecond", calls.get() / end.secondsSince(start))
                .with("cpu", end.cpuMicrosSince(start) / all)
                .with("jit", end.jitMicrosSince(start) / all)
                .with("bytes", end.bytesSince(start) / all)
                .text();
    }

    private void callFrom(long first) {
        try {
            begin.await();
            for (long user = first; !over.get(); user++) {
                call(UserIds.some(user));
            }
            ended.countDown();
            // What a thread has allocated is known only while it is alive.
            counted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(String id) {
        try {
            if (!get) {
                subject.suspend(id);
            } else if (subject.get(id) == null) {
                throw new IllegalStateException("no user");
            }
            calls.incrementAndGet();
        } catch (Exception e) {
            failures.incrementAndGet();
        }
    }
}
