/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Weighs what is alive on the heap of this process. */
final class HeapGauge {
    /** In which a page that is read ahead arrives: so each weighing finds as many pages. */
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(50);

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    /** Bytes alive. */
    long weigh() {
        System.gc();
        LockSupport.parkNanos(SETTLING);
        System.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    static long median(List<Long> weights) {
        return weights.isEmpty() ? 0 : weights.stream().sorted().toList().get(weights.size() / 2);
    }
}
