/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.CredentialsException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Posts a form to the org's token endpoint, past all interceptors. */
@FunctionalInterface
public interface TokenTransport {

    /**
     * @param headers beside {@code Content-Type}
     * @param form already encoded
     * @throws CredentialsException if the request did not reach Okta
     * @throws IOException if no whole answer came
     */
    TokenResponse post(OrgUrl org, String path, Map<String, String> headers, String form) throws IOException;

    /** The URL that {@link #post} sends to. */
    static URI url(OrgUrl org, String path) {
        return URI.create(org + path);
    }

    /**
     * What the token endpoint answered.
     *
     * @param dpopNonce the header {@code DPoP-Nonce}; null where there was none
     * @param date when Okta answered, by its own clock; null where it does not say
     * @param retryAfter when to ask again, after a refusal by the rate limit; else null
     * @param body of length 0 where there was none
     */
    record TokenResponse(int status, String dpopNonce, Instant date, Duration retryAfter, byte[] body) {

        boolean isRateLimited() {
            return retryAfter != null;
        }

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Without the body, which may be a token. */
        @Override
        public String toString() {
            return "status " + status;
        }
    }
}
