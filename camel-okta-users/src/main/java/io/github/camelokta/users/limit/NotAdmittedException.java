/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.limit;

/** A call was not let through. */
public final class NotAdmittedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean closed;
    private final long wait;

    private NotAdmittedException(String message, boolean closed, long wait) {
        super(message, null, false, false);
        this.closed = closed;
        this.wait = wait;
    }

    static NotAdmittedException late(long wait) {
        return new NotAdmittedException("the wait is longer than allowed", false, wait);
    }

    static NotAdmittedException closing() {
        return new NotAdmittedException("the turnstile is closed", true, 0);
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
