/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.Rejection;
import io.github.camelokta.users.auth.key.SecretText;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Sends one fixed token: an API token ({@code SSWS}) or a ready OAuth access token ({@code Bearer}). */
final class TokenCredentials implements Credentials {
    private static final int SHOWN = 12;

    private final String scheme;
    private final SecretText token;

    TokenCredentials(String scheme, SecretText token) {
        this.scheme = scheme;
        this.token = token;
    }

    @Override
    public Map<String, String> headersFor(AuthorizedCall call) {
        return Map.of("Authorization", scheme + " " + token.value());
    }

    @Override
    public void rejected(Rejection rejection) {
        if (rejection.concerns(scheme + " " + token.lastValue())) {
            token.forget();
        }
    }

    @Override
    public Collection<String> secrets() {
        return List.of(token.lastValue());
    }

    /** A piece of the token's hash: enough to tell two tokens apart, and nothing to guess one by. */
    @Override
    public String principal() {
        return this + " sha256:" + Caller.hash(token.lastValue().strip()).substring(0, SHOWN);
    }

    @Override
    public String toString() {
        return scheme + " token";
    }
}
