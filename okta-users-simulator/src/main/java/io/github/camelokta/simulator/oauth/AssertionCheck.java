/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.simulator.oauth.ServiceApp.AppKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Finds the app that an assertion speaks for (RFC 7523, and what Okta adds: no more than an hour ahead). */
final class AssertionCheck {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, ServiceApp> apps;
    private final UsedIds used;

    AssertionCheck(Clock clock, Map<String, ServiceApp> apps) {
        this.clock = clock;
        this.apps = apps;
        this.used = new UsedIds(clock);
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
