/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Monotonic time, and waiting in it. */
interface Ticker {
    /** Nanoseconds since some fixed moment; not negative. */
    long now();

    /** Waits until signalled, or for so long. May return early. */
    void await(Condition condition, long nanos) throws InterruptedException;

    /** That of this machine. */
    static Ticker system() {
        long start = System.nanoTime();
        return new Ticker() {
            @Override
            public long now() {
                return System.nanoTime() - start;
            }

            @Override
            public void await(Condition condition, long nanos) throws InterruptedException {
                condition.await(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }
}
