/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.Rejection;
import io.github.camelokta.users.api.TokenAge;
import io.github.camelokta.users.operation.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Signs in as an OAuth 2.0 service app. Without given scopes there is a token for each scope that a call needs, so that a
 * grant that is missing breaks only the calls that need it.
 */
final class ServiceAppCredentials implements Credentials {
    private final String clientId;
    private final String scopes;
    private final TokenRequester requester;
    private final Dpop dpop;
    private final LongSupplier clock;
    private final Map<String, TokenCache> caches = new ConcurrentHashMap<>();

    /**
     * @param scopes parted by blanks; null for one token per needed scope
     * @param clock nanoseconds, as {@link System#nanoTime()}
     */
    ServiceAppCredentials(String clientId, String scopes, TokenRequester requester, Dpop dpop, LongSupplier clock) {
        this.clientId = clientId;
        this.scopes = scopes;
        this.requester = requester;
        this.dpop = dpop;
        this.clock = clock;
    }

    @Override
    public Map<String, String> headersFor(AuthorizedCall call) {
        return dpop.headersFor(call, cacheFor(call.scope()).token());
    }

    private TokenCache cacheFor(Scope needed) {
        return caches.computeIfAbsent(
                scopes == null ? needed.value() : scopes, key -> new TokenCache(() -> requester.request(key), clock));
    }

    @Override
    public void rejected(Rejection rejection) {
        dpop.learnCallNonce(rejection.answer().apply("DPoP-Nonce"));
        String challenge = rejection.answer().apply("WWW-Authenticate");
        // Then the proof lacked a nonce, and the token is as good as before.
        if (challenge == null || !challenge.contains("use_dpop_nonce")) {
            caches.values().forEach(cache -> cache.drop(rejection));
        }
    }

    @Override
    public List<TokenAge> tokenAges() {
        List<TokenAge> ages = new ArrayList<>();
        caches.forEach((of, cache) -> cache.age(of).ifPresent(ages::add));
        return ages;
    }

    @Override
    public Collection<String> secrets() {
        List<String> secrets = new ArrayList<>(requester.secrets());
        caches.values().forEach(cache -> secrets.addAll(cache.secrets()));
        return secrets;
    }

    @Override
    public String principal() {
        return this + " " + clientId;
    }

    @Override
    public String toString() {
        return "OAuth 2.0 service app";
    }
}
