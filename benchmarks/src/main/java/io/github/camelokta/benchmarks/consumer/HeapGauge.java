/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.consumer;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Weighs what is alive on the heap of this process, and knows how long that took. */
final class HeapGauge {
    /** In which a page that is read ahead arrives: so each weighing finds as many pages. */
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(50);

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private long spentNanos;

    /** Bytes alive. */
    long weigh() {
        long start = System.nanoTime();
        System.gc();
        LockSupport.parkNanos(SETTLING);
        System.gc();
        long used = memory.getHeapMemoryUsage().getUsed();
        spentNanos += System.nanoTime() - start;
        return used;
    }

    /** The time spent on weighing so far. */
    long spentNanos() {
        return spentNanos;
    }
}
