/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.IdSequence;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The org's service apps, the tokens that they got, and what tests may do to them. */
public final class ServiceApps {
    /** The path of the token endpoint. */
    public static final String TOKEN_PATH = "/oauth2/v1/token";

    private final Map<String, ServiceApp> apps = new ConcurrentHashMap<>();
    private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();
    private final AssertionCheck assertions;
    private final ProofCheck proofs;
    private final Nonces nonces;
    private final TokenEndpoint endpoint;
    private final CallCheck calls;
    private volatile boolean nonceOnCalls;

    /** No apps yet. */
    public ServiceApps(Clock clock, IdSequence ids) {
        this.assertions = new AssertionCheck(clock, apps);
        this.proofs = new ProofCheck(clock);
        this.nonces = new Nonces(clock, () -> ids.token(24));
        this.endpoint = new TokenEndpoint(clock, ids, assertions, proofs, nonces, tokens);
        this.calls = new CallCheck(clock, proofs, nonces, tokens);
    }

    /** Adds an app, in the place of one with the same client id. */
    public void add(ServiceApp app) {
        apps.put(app.clientId(), app);
    }

    /** Makes every token so far worthless: calls with it get 401. */
    public void revokeTokens() {
        tokens.clear();
    }

    /** Makes every nonce so far worthless: proofs with it are asked for another. */
    public void revokeNonces() {
        nonces.clear();
    }

    /** Whether proofs on API calls need a nonce too. Okta wants none there today. */
    public void nonceOnCalls(boolean wanted) {
        nonceOnCalls = wanted;
    }

    /** The answer of the token endpoint. */
    public Reply token(OrgRequest request) {
        return endpoint.answer(request);
    }

    /** Why a call is not let in; empty if it is. */
    public Optional<Denial> denial(OrgRequest request, Route route) {
        return calls.denial(request, route, nonceOnCalls);
    }

    /** Forgets apps, tokens and nonces. */
    public void clear() {
        apps.clear();
        tokens.clear();
        nonces.clear();
        assertions.clear();
        proofs.clear();
        nonceOnCalls = false;
    }
}
