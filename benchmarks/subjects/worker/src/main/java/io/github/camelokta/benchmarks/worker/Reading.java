/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process has used so far.
 *
 * @param nanos the clock
 * @param cpuNanos processor time of all threads but those that compile
 * @param jitNanos that of those that compile
 * @param allocated bytes by thread, of the threads that are alive
 */
record Reading(long nanos, long cpuNanos, long jitNanos, Map<Long, Long> allocated) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Reading now() {
        Map<Long, Long> allocated = new HashMap<>();
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            allocated.put(ids[i], Math.max(0, bytes[i]));
        }
        long jit = CompilerTime.nanos();
        return new Reading(System.nanoTime(), PROCESS.getProcessCpuTime() - jit, jit, allocated);
    }

    double secondsSince(Reading earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    double cpuMicrosSince(Reading earlier) {
        return (cpuNanos - earlier.cpuNanos) / 1e3;
    }

    double jitMicrosSince(Reading earlier) {
        return (jitNanos - earlier.jitNanos) / 1e3;
    }

    /** What a thread allocated that ended in between is lost. */
    long bytesSince(Reading earlier) {
        return allocated.entrySet().stream()
                .mapToLong(
                        thread -> Math.max(0, thread.getValue() - earlier.allocated.getOrDefault(thread.getKey(), 0L)))
                .sum();
    }
}
