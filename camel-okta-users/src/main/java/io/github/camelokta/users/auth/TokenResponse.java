/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

/**
 * What the token endpoint answered.
 *
 * @param dpopNonce the header {@code DPoP-Nonce}; null where there was none
 * @param body of length 0 where there was none
 */
public record TokenResponse(int status, String dpopNonce, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Without the body, which may be a token. */
    @Override
    public String toString() {
        return "status " + status;
    }
}
