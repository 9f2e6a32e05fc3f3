/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;
import java.time.Duration;

/** The request certainly did not reach Okta: there was no connection to send it on. */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Remedy remedy;
    private final transient Duration retryAfter;

    /** What may help. */
    public enum Remedy {
        /** The cause may be gone soon, as a refused connection. */
        ANOTHER_ATTEMPT,
        /** This call was ended by a stop or an interrupt; another one may get through. */
        ANOTHER_CALL,
        /** The cause stays, as an untrusted certificate. */
        NONE
    }

    /**
     * @param passing whether the cause may be gone soon, as a refused connection; not so an untrusted certificate
     */
    public NotSentException(String message, boolean passing, Throwable cause) {
        this(message, passing ? Remedy.ANOTHER_ATTEMPT : Remedy.NONE, null, cause);
    }

    /** @param retryAfter when a rate limit allows another attempt, which need not be Okta's API's own */
    public NotSentException(String message, Duration retryAfter, Throwable cause) {
        this(message, Remedy.ANOTHER_ATTEMPT, retryAfter, cause);
    }

    /** When another attempt may be made, if a rate limit held the request back; else null. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public NotSentException(String message, Remedy remedy, Throwable cause) {
        this(message, remedy, null, cause);
    }

    private NotSentException(String message, Remedy remedy, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    public Remedy remedy() {
        return remedy;
    }
}
