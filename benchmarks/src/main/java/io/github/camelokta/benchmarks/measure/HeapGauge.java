/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.measure;

import io.github.camelokta.benchmarks.measure.ProcessMeter.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Weighs what is alive on the heap of this process, and knows what that cost. */
public final class HeapGauge {
    /** In which a page that is read ahead arrives: so each weighing finds as many pages. */
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(50);

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ProcessMeter meter;
    private Reading spent = new Reading(0, 0, 0);

    /** @param meter measures the cost */
    public HeapGauge(ProcessMeter meter) {
        this.meter = meter;
    }

    /** Bytes alive. */
    public long weigh() {
        Reading start = meter.read();
        System.gc();
        LockSupport.parkNanos(SETTLING);
        System.gc();
        long used = memory.getHeapMemoryUsage().getUsed();
        Reading cost = meter.read().since(start);
        spent = new Reading(
                spent.nanos() + cost.nanos(), spent.cpuNanos() + cost.cpuNanos(), spent.allocated() + cost.allocated());
        return used;
    }

    /** What all weighings since the last call of this method cost together. */
    public Reading takeSpent() {
        Reading taken = spent;
        spent = new Reading(0, 0, 0);
        return taken;
    }
}
