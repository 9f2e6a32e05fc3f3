/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.time.Duration;
import java.util.Objects;

/** Credentials cannot authorize a call now. Nothing of the call was sent. The message is one line without secrets. */
public class CredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final Duration retryAfter;

    /**
     * @param passing whether the cause may be gone soon, such as a refused connection; not so a refused key
     * @param cause null for none
     */
    public CredentialsException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.retryAfter = null;
    }

    /**
     * A rate limit holds the credentials back: the call waits that long, within its {@code maxWait}, and uses up no attempt.
     *
     * @param retryAfter when to ask again; 0 or more
     * @param cause null for none
     */
    public CredentialsException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.passing = true;
        this.retryAfter = Objects.requireNonNull(retryAfter);
    }

    /** When to ask again, if a rate limit holds the credentials back; else null. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the cause may be gone soon. */
    public boolean isPassing() {
        return passing;
    }
}
