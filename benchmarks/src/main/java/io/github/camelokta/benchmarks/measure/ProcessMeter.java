/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Reads the clock, the processor time of this process, and what its threads that are alive have allocated. */
public final class ProcessMeter {
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * A reading, or the difference of two.
     *
     * @param allocated bytes; a thread that ends between two readings is missing in the later one
     */
    public record Reading(long nanos, long cpuNanos, long allocated) {

        /** What happened since an earlier reading. */
        public Reading since(Reading earlier) {
            return new Reading(nanos - earlier.nanos, cpuNanos - earlier.cpuNanos, allocated - earlier.allocated);
        }
    }

    /** Reads now. */
    public Reading read() {
        long allocated = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            allocated += Math.max(0, bytes);
        }
        return new Reading(System.nanoTime(), process.getProcessCpuTime(), allocated);
    }
}
