/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets many threads wait, until all of them are told to stop waiting for good. */
public final class StoppableSleeper implements Sleeper {
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public boolean pause(long nanos) throws InterruptedException {
        return !stopped.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends the waits that are going on, and all later ones at once. */
    public void stop() {
        stopped.countDown();
    }
}
