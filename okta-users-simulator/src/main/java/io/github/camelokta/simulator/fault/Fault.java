/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.fault;

import io.github.camelokta.simulator.error.ErrorCode;
import java.time.Duration;

/**
 * A way to misbehave.
 *
 * @param kind what the caller gets
 * @param code the Okta error that the caller gets; null for {@link Kind#RESET} and {@link Kind#DELAY}
 * @param delay how long to wait before answering
 * @param applied whether the request is carried out first, so that the caller cannot know that it was
 */
public record Fault(Kind kind, ErrorCode code, Duration delay, boolean applied) {

    /** What the caller gets. */
    public enum Kind {
        /** The fault's error. */
        ERROR,
        /** 429 with an exhausted bucket: Remaining 0 and the Reset of the running window. */
        RATE_LIMIT,
        /** 429 as from the concurrency limit: Limit 0, Remaining 0. */
        CONCURRENCY,
        /** No answer: the connection is reset. */
        RESET,
        /** The right answer, late. */
        DELAY
    }

    /** Any of Okta's errors, such as 403 E0000006 or 503 E0000100; nothing was changed. */
    public static Fault error(ErrorCode code) {
        return new Fault(Kind.ERROR, code, Duration.ZERO, false);
    }

    /** 500 E0000009; nothing was changed. */
    public static Fault internalError() {
        return error(ErrorCode.E0000009);
    }

    /** 503 E0000010, read-only mode; nothing was changed. */
    public static Fault unavailable() {
        return error(ErrorCode.E0000010);
    }

    /** 429 E0000047; the bucket stays exhausted until its window ends. */
    public static Fault rateLimited() {
        return new Fault(Kind.RATE_LIMIT, ErrorCode.E0000047, Duration.ZERO, false);
    }

    /** 429 E0000047 with Limit 0 and Remaining 0, which is how the limit of simultaneous calls shows; the bucket stays as it is. */
    public static Fault concurrencyLimited() {
        return new Fault(Kind.CONCURRENCY, ErrorCode.E0000047, Duration.ZERO, false);
    }

    /** The connection is reset before anything was changed. */
    public static Fault resetBeforeChange() {
        return new Fault(Kind.RESET, null, Duration.ZERO, false);
    }

    /** The request is carried out, then the connection is reset instead of an answer. */
    public static Fault resetAfterChange() {
        return new Fault(Kind.RESET, null, Duration.ZERO, true);
    }

    /** The right answer after a wait. */
    public static Fault delay(Duration delay) {
        return new Fault(Kind.DELAY, null, delay, true);
    }

    /** The same, but the request is carried out first. */
    public Fault afterChange() {
        return new Fault(kind, code, delay, true);
    }

    /** The same after a wait. */
    public Fault delayedBy(Duration wait) {
        return new Fault(kind, code, wait, applied);
    }
}
