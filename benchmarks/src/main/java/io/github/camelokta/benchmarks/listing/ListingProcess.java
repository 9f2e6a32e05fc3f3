/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.listing;

import io.github.camelokta.benchmarks.measure.HeapGauge;
import io.github.camelokta.benchmarks.measure.ProcessMeter;
import io.github.camelokta.benchmarks.measure.ProcessMeter.Reading;
import java.util.Arrays;
import java.util.List;

/** Reads a list once and prints what was measured as lines of name and value; what the weighing cost is left out. */
public final class ListingProcess {
    private static final long MOST_MINUTES = 15;

    private ListingProcess() {}

    /** @param args those of {@link ListingOptions#arguments}, and of another list to be read first if the JVM is to be warm */
    public static void main(String[] args) throws Exception {
        ListingOptions options = ListingOptions.of(args);
        if (args.length > ListingOptions.ARGUMENTS) {
            warmUp(ListingOptions.of(Arrays.copyOfRange(args, ListingOptions.ARGUMENTS, args.length)));
        }
        ProcessMeter meter = new ProcessMeter();
        HeapGauge gauge = new HeapGauge(meter);
        UserWork work = new UserWork(options, meter, gauge);
        try (Lister lister = options.lister()) {
            lister.warmUp();
            long idle = options.weighed() ? gauge.weigh() : 0;
            gauge.takeSpent();
            Reading start = meter.read();
            lister.begin(work);
            if (!work.await(MOST_MINUTES)) {
                System.err.println("The last user did not come; seen: " + work.seen());
                Runtime.getRuntime().halt(1);
            }
            Reading spent = work.atEnd().since(start).since(gauge.takeSpent());
            print("nanos", spent.nanos());
            print("cpuNanos", spent.cpuNanos());
            print("allocated", spent.allocated());
            print("misplaced", work.misplaced());
            if (options.weighed()) {
                print("idle", idle);
                print("early", median(work.early()));
                print("late", median(work.late()));
            }
        }
    }

    private static void warmUp(ListingOptions options) throws Exception {
        ProcessMeter meter = new ProcessMeter();
        UserWork work = new UserWork(options, meter, new HeapGauge(meter));
        try (Lister lister = options.lister()) {
            lister.begin(work);
            work.await(MOST_MINUTES);
        }
    }

    private static long median(List<Long> weights) {
        return weights.stream().sorted().toList().get(weights.size() / 2);
    }

    private static void print(String name, long value) {
        System.out.println(name + "=" + value);
    }
}
