/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import io.github.camelokta.benchmarks.listing.ListingOptions;
import io.github.camelokta.benchmarks.listing.ListingProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One list read by a process of its own.
 *
 * @param values what that process measured
 * @param pages how many the stub answered
 */
record ListingRun(Map<String, Long> values, int pages) {
    private static final double NANOS = 1e9;

    /**
     * @param users in the list
     * @param pageMillis before each answer
     * @param reader as in {@link ListingOptions}
     * @param workMicros on each user
     * @param weighed whether the heap is weighed
     * @throws IOException if a user was missing, twice or out of order
     */
    static ListingRun of(int users, int pageMillis, String reader, int workMicros, boolean weighed, String... jvm)
            throws IOException, InterruptedException {
        try (Stub stub = Stub.start(users, pageMillis)) {
            ListingOptions options = new ListingOptions(stub.url(), users, reader, workMicros, weighed);
            Map<String, Long> values;
            try (ChildProcess process = ChildProcess.start(ListingProcess.class, List.of(jvm), options.arguments())) {
                values = process.values();
            }
            if (values.get("misplaced") > 0) {
                throw new IOException(reader + ": users out of order: " + values.get("misplaced"));
            }
            return new ListingRun(values, stub.pages());
        }
    }

    double seconds() {
        return values.get("nanos") / NANOS;
    }

    double cpuSeconds() {
        return values.get("cpuNanos") / NANOS;
    }

    double of(String name) {
        return values.get(name);
    }
}
