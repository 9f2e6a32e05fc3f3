/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;
import java.time.Duration;

/** The request certainly did not reach Okta: there was no connection to send it on. */
public final class NotSentException extends IOException {
    private final boolean passing;
    private final transient Duration retryAfter;

    /**
     * @param passing whether the cause may be gone soon, as a refused connection; not so an untrusted certificate
     */
    public NotSentException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.retryAfter = null;
    }

    /** @param retryAfter when a rate limit allows another attempt, which need not be Okta's API's own */
    public NotSentException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.passing = true;
        this.retryAfter = retryAfter;
    }

    /** When another attempt may be made, if a rate limit held the request back; else null. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public boolean isPassing() {
        return passing;
    }
}
