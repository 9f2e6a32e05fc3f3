/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.consumer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes each user: counts those that do not come in their order, works for the given time, and weighs the heap on the way. */
final class UserWork implements Processor {
    private static final int ID_FROM = "{\"id\":\"00ubench00".length();
    private static final int ID_DIGITS = 10;
    private static final int PAGE = 200;
    private static final int WEIGHINGS = 5;

    private final ListingOptions options;
    private final HeapGauge gauge;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Long> early = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private int seen;
    private int misplaced;
    private boolean complete;
    private long endNanos;

    UserWork(ListingOptions options, HeapGauge gauge) {
        this.options = options;
        this.gauge = gauge;
    }

    @Override
    public void process(Exchange exchange) {
        if (numberOf(exchange.getMessage().getBody()) != seen) {
            misplaced++;
        }
        seen++;
        work();
        if (options.weighed()) {
            weighAfter(options.users() / 10, early);
            weighAfter(options.users() / 10 * 9, late);
        }
        if (seen == options.users()) {
            complete = exchange.getMessage().getHeader("CamelOktaUsersListComplete", false, boolean.class);
            endNanos = System.nanoTime();
            end.countDown();
        }
    }

    private static int numberOf(Object body) {
        String id = body instanceof Map<?, ?> user
                ? ((String) user.get("id")).substring(10)
                : new String((byte[]) body, ID_FROM, ID_DIGITS, StandardCharsets.US_ASCII);
        return Integer.parseInt(id);
    }

    private void work() {
        long due = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(options.workMicros());
        while (System.nanoTime() < due) {
            Thread.onSpinWait();
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

    /** How the run went. */
    record Outcome(int seen, int misplaced, boolean complete, long endNanos, List<Long> early, List<Long> late) {}

    /** To be asked after {@link #await}. */
    Outcome outcome() {
        return new Outcome(seen, misplaced, complete, endNanos, early, late);
    }
}
