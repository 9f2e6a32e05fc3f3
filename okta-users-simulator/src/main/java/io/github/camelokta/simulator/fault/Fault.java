/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.fault;

import java.time.Duration;

/**
 * A way to misbehave.
 *
 * @param kind what the caller gets
 * @param status the HTTP status for {@link Kind#ANSWER}
 * @param delay how long to wait before answering
 * @param applied whether the request is carried out first, so that the caller cannot know that it was
 */
public record Fault(Kind kind, int status, Duration delay, boolean applied) {

    /** What the caller gets. */
    public enum Kind {
        /** An Okta error of the fault's status. */
        ANSWER,
        /** 429 with an exhausted bucket: Remaining 0 and the Reset of the running window. */
        RATE_LIMIT,
        /** 429 as from the concurrency limit: Limit 0, Remaining 0. */
        CONCURRENCY,
        /** No answer: the connection is reset. */
        RESET,
        /** The right answer, late. */
        DELAY
    }

    /** 500 E0000009; nothing was changed. */
    public static Fault internalError() {
        return new Fault(Kind.ANSWER, 500, Duration.ZERO, false);
    }

    /** 503 E0000010, read-only mode; nothing was changed. */
    public static Fault unavailable() {
        return new Fault(Kind.ANSWER, 503, Duration.ZERO, false);
    }

    /** 429 E0000047; the bucket stays exhausted until its window ends. */
    public static Fault rateLimited() {
        return new Fault(Kind.RATE_LIMIT, 429, Duration.ZERO, false);
    }

    /** 429 E0000047 with Limit 0 and Remaining 0, which is how the limit of simultaneous calls shows; the bucket stays as it is. */
    public static Fault concurrencyLimited() {
        return new Fault(Kind.CONCURRENCY, 429, Duration.ZERO, false);
    }

    /** The connection is reset before anything was changed. */
    public static Fault resetBeforeChange() {
        return new Fault(Kind.RESET, 0, Duration.ZERO, false);
    }

    /** The request is carried out, then the connection is reset instead of an answer. */
    public static Fault resetAfterChange() {
        return new Fault(Kind.RESET, 0, Duration.ZERO, true);
    }

    /** The right answer after a wait. */
    public static Fault delay(Duration delay) {
        return new Fault(Kind.DELAY, 0, delay, true);
    }

    /** The same, but the request is carried out first. */
    public Fault afterChange() {
        return new Fault(kind, status, delay, true);
    }

    /** The same after a wait. */
    public Fault delayedBy(Duration wait) {
        return new Fault(kind, status, wait, applied);
    }
}
