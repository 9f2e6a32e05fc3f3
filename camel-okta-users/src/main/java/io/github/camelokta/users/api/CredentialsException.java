/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** Credentials cannot authorize a call now. Nothing of the call was sent. The message is one line without secrets. */
public class CredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * @param passing whether the cause may be gone soon, such as a refused connection; not so a refused key
     * @param cause null for none
     */
    public CredentialsException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether the cause may be gone soon. */
    public boolean isPassing() {
        return passing;
    }
}
