/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.consumer;

import io.github.camelokta.benchmarks.consumer.UserWork.Outcome;
import java.util.Collections;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Reads a list once, in a route with an exchange for each user, and prints what was measured as lines of name and value. */
public final class ListingProcess {
    private static final long MOST_MINUTES = 15;

    private ListingProcess() {}

    /** @param args those of {@link ListingOptions#arguments} */
    public static void main(String[] args) throws Exception {
        ListingOptions options = ListingOptions.of(args);
        HeapGauge gauge = new HeapGauge();
        UserWork work = new UserWork(options, gauge);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            camel.createProducerTemplate().requestBody(options.getUri(), null, Object.class);
            long idle = options.weighed() ? gauge.weigh() : 0;
            long weighing = gauge.spentNanos();
            long start = System.nanoTime();
            camel.addRoutes(route(options, work));
            if (!work.await(MOST_MINUTES)) {
                System.err.println(
                        "The last user did not come; seen: " + work.outcome().seen());
                Runtime.getRuntime().halt(1);
            }
            Outcome outcome = work.outcome();
            print("nanos", outcome.endNanos() - start - (gauge.spentNanos() - weighing));
            print("seen", outcome.seen());
            print("misplaced", outcome.misplaced());
            print("complete", outcome.complete() ? 1 : 0);
            if (options.weighed()) {
                print("idle", idle);
                print("early", median(outcome.early()));
                print("late", median(outcome.late()));
                print("most", Math.max(Collections.max(outcome.early()), Collections.max(outcome.late())));
            }
        }
    }

    private static RouteBuilder route(ListingOptions options, UserWork work) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(options.listUri()).routeId("benchmark").process(work);
            }
        };
    }

    private static long median(List<Long> weights) {
        return weights.stream().sorted().toList().get(weights.size() / 2);
    }

    private static void print(String name, long value) {
        System.out.println(name + "=" + value);
    }
}
