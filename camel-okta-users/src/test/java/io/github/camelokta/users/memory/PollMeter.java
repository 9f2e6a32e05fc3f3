/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Measures what the threads of a consumer allocate for a user: the thread of the exchanges, and the one that reads ahead. */
final class PollMeter implements Processor {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int USERS_PER_ROUND = 10 * PagedOrg.USERS;
    private static final int ROUNDS = 60;
    private static final int LONGEST_MINUTES = 5;

    private final long budget;
    private final CountDownLatch end = new CountDownLatch(1);
    private int seen;
    private int rounds;
    private long start;
    private volatile long least = Long.MAX_VALUE;

    PollMeter(long budget) {
        this.budget = budget;
    }

    @Override
    public void process(Exchange exchange) {
        if (seen++ % USERS_PER_ROUND == 0) {
            long now = allocated();
            if (seen > 1) {
                least = Math.min(least, (now - start) / USERS_PER_ROUND);
                rounds++;
            }
            if (least <= budget || rounds == ROUNDS) {
                end.countDown();
            }
            start = now;
        }
    }

    /** What the best round allocated for a user; of the first that keeps the budget, or of all. */
    long least() throws InterruptedException {
        end.await(LONGEST_MINUTES, TimeUnit.MINUTES);
        return least;
    }

    private static long allocated() {
        long reading = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains("OktaUsersReader"))
                .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getThreadId()))
                .sum();
        return reading + THREADS.getCurrentThreadAllocatedBytes();
    }
}
