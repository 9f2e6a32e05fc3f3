/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import io.github.camelokta.examples.export.Deliveries;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the users that are written. */
final class DeliveryCount implements Deliveries {
    private final Semaphore written = new Semaphore(0);
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void written(Map<String, Object> row) {
        count.incrementAndGet();
        written.release();
    }

    int count() {
        return count.get();
    }

    /** Waits for that many, or until it has taken too long. */
    void await(int users, Duration longest) throws InterruptedException {
        written.tryAcquire(users, longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
