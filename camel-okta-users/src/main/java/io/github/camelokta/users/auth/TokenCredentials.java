/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Sends one fixed token: an API token ({@code SSWS}) or a ready OAuth access token ({@code Bearer}). */
final class TokenCredentials implements Credentials {
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

    @Override
    public String toString() {
        return scheme + " token";
    }
}
