/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import io.github.camelokta.users.http.NotSentException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many calls to one org as there may be connections to it go on, and the others wait in the order in which they came. The
 * pool could let them wait too, but only its close ends those waits, and that breaks calls in flight.
 */
final class ConnectionLimit {
    private final Semaphore free;
    private final Duration longestWait;
    private volatile boolean stopped;

    ConnectionLimit(int connections, Duration longestWait) {
        this.free = new Semaphore(connections, true);
        this.longestWait = longestWait;
    }

    /** Waits for a connection; whoever got one gives it back by {@link #release}. */
    void acquire() throws NotSentException {
        try {
            // Without time it keeps the order, as tryAcquire() does not.
            if (free.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return;
            }
            if (stopped) {
                throw stopping(null);
            }
            if (!free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new NotSentException("all connections were in use (maxConnections)", true, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("the thread was interrupted while it waited for a connection", true, e);
        }
        if (stopped) {
            // The next one that waits is woken by this.
            free.release();
            throw stopping(null);
        }
    }

    void release() {
        free.release();
    }

    /** Ends the waits that are going on, and all later ones at once. */
    void endWaits() {
        if (!stopped) {
            stopped = true;
            free.release();
        }
    }

    static NotSentException stopping(Throwable cause) {
        return new NotSentException("the component is being stopped", true, cause);
    }
}
