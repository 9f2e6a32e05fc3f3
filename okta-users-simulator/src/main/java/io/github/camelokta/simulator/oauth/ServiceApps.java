/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.IdSequence;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The org's service apps, the tokens that they got, and what tests may do to them. */
public final class ServiceApps {
    /** The path of the token endpoint. */
    public static final String TOKEN_PATH = "/oauth2/v1/token";

    private final Clock clock;
    private final Map<String, ServiceApp> apps = new ConcurrentHashMap<>();
    private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();
    private final TokenEndpoint.AssertionCheck assertions;
    private final ProofCheck proofs;
    private final ProofCheck.Nonces nonces;
    private final TokenEndpoint endpoint;
    private volatile boolean nonceOnCalls;

    /** No apps yet. */
    public ServiceApps(Clock clock, IdSequence ids) {
        this.clock = clock;
        this.assertions = new TokenEndpoint.AssertionCheck(clock, apps);
        this.proofs = new ProofCheck(clock);
        this.nonces = new ProofCheck.Nonces(clock, () -> ids.token(24));
        this.endpoint = new TokenEndpoint(clock, ids, assertions, proofs, nonces, tokens);
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
        String authorization = String.valueOf(request.header("authorization"));
        int blank = authorization.indexOf(' ');
        String scheme = authorization.substring(0, Math.max(0, blank));
        String text = authorization.substring(blank + 1);
        IssuedToken token = tokens.get(text);
        if (token == null || !clock.instant().isBefore(token.end()) || !scheme.equals(token.scheme())) {
            return deny(ErrorCode.E0000011, scheme, "invalid_token", null);
        }
        if (token.thumbprint() != null) {
            Optional<Denial> denial = proofDenial(request, text, token);
            if (denial.isPresent()) {
                return denial;
            }
        }
        String scope = scopeOf(route);
        return scope == null || token.scopes().contains(scope)
                ? Optional.empty()
                : deny(ErrorCode.E0000006, scheme, "insufficient_scope", null);
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

    private Optional<Denial> proofDenial(OrgRequest request, String text, IssuedToken token) {
        ProofCheck.Proof proof;
        try {
            proof = proofs.check(request, text);
        } catch (OauthRefusal e) {
            return deny(ErrorCode.E0000011, "DPoP", "invalid_dpop_proof", null);
        }
        if (!proof.thumbprint().equals(token.thumbprint())) {
            return deny(ErrorCode.E0000011, "DPoP", "invalid_token", null);
        }
        return nonceOnCalls && !nonces.accepts(String.valueOf(proof.nonce()))
                ? deny(ErrorCode.E0000011, "DPoP", "use_dpop_nonce", nonces.current())
                : Optional.empty();
    }

    private static Optional<Denial> deny(ErrorCode code, String scheme, String error, String nonce) {
        String shown = scheme.equals("DPoP") ? "DPoP" : "Bearer";
        return Optional.of(new Denial(code, shown + " error=\"" + error + "\"", nonce));
    }

    /**
     * The scope that a route needs, as Okta's API description lists them: by method, and whether it is about roles. Null where
     * the path is not known, so that any token may learn that.
     */
    private static String scopeOf(Route route) {
        if (route.segments().isEmpty()) {
            return null;
        }
        String resource =
                route.segments().contains("roles") ? "roles" : route.segments().get(2);
        return "okta." + resource + (route.method().equals("GET") ? ".read" : ".manage");
    }

    /**
     * An access token that was handed out.
     *
     * @param thumbprint of the key that it is bound to; null if it is bound to none
     */
    record IssuedToken(String clientId, Set<String> scopes, Instant end, String thumbprint) {
        String scheme() {
            return thumbprint == null ? "Bearer" : "DPoP";
        }
    }

    /**
     * Why a call with an access token is not let in.
     *
     * @param challenge the value of {@code WWW-Authenticate}
     * @param nonce the value of {@code DPoP-Nonce}; null for none
     */
    public record Denial(ErrorCode code, String challenge, String nonce) {}
}
