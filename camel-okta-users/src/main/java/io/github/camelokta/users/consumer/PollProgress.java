/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** How far a consumer has come since its start, for people. Thread-safe. */
public final class PollProgress {
    private final InstantSource clock;
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong exchanges = new AtomicLong();
    private final Instant started;
    private volatile Instant caughtUp;
    private volatile Instant completed;

    public PollProgress(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    public void pageRead() {
        pages.incrementAndGet();
    }

    public void handedOut() {
        exchanges.incrementAndGet();
    }

    /** An exchange completed. */
    public void completed() {
        completed = clock.instant();
    }

    /** How long no exchange has completed, or since the start. */
    public Duration sinceCompleted() {
        Instant last = completed;
        return Duration.between(last == null ? started : last, clock.instant());
    }

    /**
     * Everything was read.
     *
     * @param begun when the reading began
     */
    public void readToTheEnd(Instant begun) {
        caughtUp = begun;
    }

    /** Now, by this consumer's clock. */
    public Instant now() {
        return clock.instant();
    }

    public long pages() {
        return pages.get();
    }

    public long exchanges() {
        return exchanges.get();
    }

    /** When the last reading began that came to the end; null before. */
    public Instant caughtUp() {
        return caughtUp;
    }

    /** How long ago that was or, before that, how long the consumer has been running. */
    public Duration lag() {
        Instant since = caughtUp;
        return Duration.between(since == null ? started : since, clock.instant());
    }
}
