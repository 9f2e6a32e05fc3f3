/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;

/** The request certainly did not reach Okta: there was no connection to send it on. */
public final class NotSentException extends IOException {
    private final boolean passing;

    /**
     * @param passing whether the cause may be gone soon, as a refused connection; not so an untrusted certificate
     */
    public NotSentException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    public boolean isPassing() {
        return passing;
    }
}
