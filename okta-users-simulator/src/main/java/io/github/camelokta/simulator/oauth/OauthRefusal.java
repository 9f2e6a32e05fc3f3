/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

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
}
