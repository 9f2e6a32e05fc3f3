/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import java.util.Locale;

/** A "no" in the words of OAuth. */
final class OauthRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OauthError error;

    OauthRefusal(OauthError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    OauthError error() {
        return error;
    }

    /** The errors of the token endpoint, and the status that carries them. */
    enum OauthError {
        INVALID_REQUEST(400),
        INVALID_CLIENT(401),
        INVALID_SCOPE(400),
        UNSUPPORTED_GRANT_TYPE(400),
        INVALID_DPOP_PROOF(400),
        USE_DPOP_NONCE(400);

        private final int status;

        OauthError(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** As it is sent, such as {@code invalid_client}. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
