/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import io.github.camelokta.benchmarks.listing.ListingOptions;
import io.github.camelokta.benchmarks.listing.ListingProcess;
import java.io.IOException;
import java.util.ArrayList;
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
    private static final int WARMING_USERS = 60_000;

    /**
     * Reads all pages at once, in a new JVM with a small heap, which is weighed.
     *
     * @param reader as in {@link ListingOptions}
     * @param heap the option of the JVM
     * @throws IOException if a user was missing, twice or out of order
     */
    static ListingRun weighed(int users, String reader, String heap) throws IOException, InterruptedException {
        try (Stub stub = Stub.start(users, 0)) {
            ListingOptions options = new ListingOptions(stub.url(), users, reader, 0, true);
            return of(stub, List.of(heap), options.arguments());
        }
    }

    /**
     * Reads slow pages with slow work, in a JVM that is warm.
     *
     * @param reader as in {@link ListingOptions}
     * @param pageMillis before each answer
     * @param workMicros on each user
     * @throws IOException if a user was missing, twice or out of order
     */
    static ListingRun slow(int users, String reader, int pageMillis, int workMicros)
            throws IOException, InterruptedException {
        try (Stub quick = Stub.start(WARMING_USERS, 0);
                Stub slow = Stub.start(users, pageMillis)) {
            ListingOptions measured = new ListingOptions(slow.url(), users, reader, workMicros, false);
            ListingOptions warming = new ListingOptions(quick.url(), WARMING_USERS, reader, 0, false);
            List<String> arguments = new ArrayList<>(measured.arguments());
            arguments.addAll(warming.arguments());
            return of(slow, List.of(), arguments);
        }
    }

    private static ListingRun of(Stub stub, List<String> jvm, List<String> arguments)
            throws IOException, InterruptedException {
        try (ChildProcess process = ChildProcess.start(ListingProcess.class, jvm, arguments)) {
            Map<String, Long> values = process.values();
            if (values.get("misplaced") > 0) {
                throw new IOException("Users out of order: " + values.get("misplaced"));
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
