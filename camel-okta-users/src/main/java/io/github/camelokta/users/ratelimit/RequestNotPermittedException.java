/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

/** A call was not let through. */
public final class RequestNotPermittedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean closed;
    private final long wait;

    private RequestNotPermittedException(String message, boolean closed, long wait) {
        super(message, null, false, false);
        this.closed = closed;
        this.wait = wait;
    }

    static RequestNotPermittedException late(long wait) {
        return new RequestNotPermittedException("the wait is longer than allowed", false, wait);
    }

    static RequestNotPermittedException closing() {
        return new RequestNotPermittedException("the turnstile is closed", true, 0);
    }

    /** Whether the turnstile was closed; else the wait would have been too long. */
    public boolean isClosed() {
        return closed;
    }

    /** In how many nanoseconds the call could go, as far as that is known. */
    public long waitNanos() {
        return wait;
    }
}
