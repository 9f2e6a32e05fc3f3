/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.UrlDecoder;
import io.github.camelokta.simulator.oauth.OauthRefusal.OauthError;
import io.github.camelokta.simulator.oauth.ServiceApp.AppKey;
import io.github.camelokta.simulator.org.IdSequence;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The org's token endpoint: client credentials with private_key_jwt, and nothing else. */
final class TokenEndpoint {
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int TOKEN_LENGTH = 64;

    private final Clock clock;
    private final IdSequence ids;
    private final AssertionCheck assertions;
    private final ProofCheck proofs;
    private final ProofCheck.Nonces nonces;
    private final Map<String, ServiceApps.IssuedToken> tokens;

    TokenEndpoint(
            Clock clock,
            IdSequence ids,
            AssertionCheck assertions,
            ProofCheck proofs,
            ProofCheck.Nonces nonces,
            Map<String, ServiceApps.IssuedToken> tokens) {
        this.clock = clock;
        this.ids = ids;
        this.assertions = assertions;
        this.proofs = proofs;
        this.nonces = nonces;
        this.tokens = tokens;
    }

    Reply answer(OrgRequest request) {
        try {
            return grant(request);
        } catch (OauthRefusal refusal) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("error", refusal.error().text());
            body.put("error_description", refusal.getMessage());
            Reply reply = Reply.of(refusal.error().status(), body);
            return refusal.error() == OauthError.USE_DPOP_NONCE ? reply.header("dpop-nonce", nonces.current()) : reply;
        }
    }

    private Reply grant(OrgRequest request) {
        String type = String.valueOf(request.header("content-type"));
        require(
                type.startsWith("application/x-www-form-urlencoded"),
                OauthError.INVALID_REQUEST,
                "The request is no form.");
        Map<String, String> form = UrlDecoder.query(new String(request.body(), StandardCharsets.US_ASCII));
        require(
                "client_credentials".equals(form.get("grant_type")),
                OauthError.UNSUPPORTED_GRANT_TYPE,
                "The grant type is not client_credentials.");
        require(
                ASSERTION_TYPE.equals(form.get("client_assertion_type")) && form.get("client_assertion") != null,
                OauthError.INVALID_CLIENT,
                "There is no client_assertion of the type jwt-bearer.");
        ServiceApp app = assertions.check(form.get("client_assertion"), request.baseUrl() + request.path());
        String thumbprint = thumbprint(request, app);
        Set<String> scopes = scopes(form.get("scope"), app);
        String token = ids.token(TOKEN_LENGTH);
        tokens.put(
                token,
                new ServiceApps.IssuedToken(
                        app.clientId(), scopes, clock.instant().plus(app.tokenLife()), thumbprint));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_type", thumbprint == null ? "Bearer" : "DPoP");
        body.put("expires_in", app.tokenLife().toSeconds());
        body.put("access_token", token);
        body.put("scope", String.join(" ", scopes));
        return Reply.ok(body);
    }

    /** Of the key that the token is to be bound to; null for none. */
    private String thumbprint(OrgRequest request, ServiceApp app) {
        if (!app.dpopRequired() && request.header("dpop") == null) {
            return null;
        }
        ProofCheck.Proof proof = proofs.check(request, null);
        require(
                proof.nonce() != null && nonces.accepts(proof.nonce()),
                OauthError.USE_DPOP_NONCE,
                "Authorization server requires nonce in DPoP proof.");
        return proof.thumbprint();
    }

    private static Set<String> scopes(String asked, ServiceApp app) {
        require(asked != null && !asked.isBlank(), OauthError.INVALID_SCOPE, "The request names no scope.");
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(asked.split(" +")));
        require(
                app.scopes().containsAll(scopes),
                OauthError.INVALID_SCOPE,
                "One or more scopes are not granted to the client.");
        return scopes;
    }

    private static void require(boolean right, OauthError error, String description) {
        if (!right) {
            throw new OauthRefusal(error, description);
        }
    }

    /** Finds the app that an assertion speaks for (RFC 7523, and what Okta adds: no more than an hour ahead). */
    static final class AssertionCheck {
        private static final Duration LONGEST = Duration.ofHours(1);

        private final Clock clock;
        private final Map<String, ServiceApp> apps;
        private final JwtVerifier.UsedIds used;

        AssertionCheck(Clock clock, Map<String, ServiceApp> apps) {
            this.clock = clock;
            this.apps = apps;
            this.used = new JwtVerifier.UsedIds(clock);
        }

        /**
         * @param tokenUrl the URL of the token endpoint as the caller wrote it
         * @throws OauthRefusal if it is no app's
         */
        ServiceApp check(String assertion, String tokenUrl) {
            SignedJWT jwt = JwtVerifier.parse(assertion, OauthError.INVALID_CLIENT, "client_assertion");
            JWTClaimsSet claims = JwtVerifier.claims(jwt);
            String issuer = claims.getIssuer();
            ServiceApp app = issuer == null ? null : apps.get(issuer);
            require(app != null, "The iss of the client_assertion is no client of this org.");
            require(issuer.equals(claims.getSubject()), "The sub of the client_assertion is not its iss.");
            require(
                    claims.getAudience().contains(tokenUrl),
                    "The audience claim for client_assertion must be the endpoint invoked for the request.");
            Instant now = clock.instant();
            Instant end = claims.getExpirationTime() == null
                    ? null
                    : claims.getExpirationTime().toInstant();
            require(end != null && end.isAfter(now), "The client_assertion token is expired.");
            require(
                    !end.isAfter(now.plus(LONGEST)),
                    "The client_assertion token has an expiration too far into the future.");
            require(
                    claims.getIssueTime() == null
                            || !claims.getIssueTime().toInstant().isAfter(now),
                    "The client_assertion token was issued in the future.");
            String keyId = jwt.getHeader().getKeyID();
            require(
                    JwtVerifier.isSignedBy(
                            jwt,
                            app.keys().stream()
                                    .filter(key -> key.fits(keyId))
                                    .map(AppKey::key)
                                    .toList()),
                    "The client_assertion signature is invalid.");
            require(
                    claims.getJWTID() == null || used.take(issuer + " " + claims.getJWTID()),
                    "The client_assertion token was used before.");
            return app;
        }

        void clear() {
            used.clear();
        }

        private static void require(boolean right, String description) {
            if (!right) {
                throw new OauthRefusal(OauthError.INVALID_CLIENT, description);
            }
        }
    }
}
