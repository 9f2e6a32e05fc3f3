/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.simulator.oauth.OauthRefusal.OauthError;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Parses signed JWTs and verifies them. */
final class JwtVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private JwtVerifier() {}

    /**
     * @throws OauthRefusal of this error if the text is no JWT that is signed by a private key
     */
    static SignedJWT parse(String text, OauthError error, String what) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            jwt.getJWTClaimsSet();
            if (ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
                return jwt;
            }
        } catch (ParseException e) {
            // Below.
        }
        throw new OauthRefusal(error, "The " + what + " is no JWT signed with RS256 to RS512 or ES256 to ES512.");
    }

    static boolean isSignedBy(SignedJWT jwt, Collection<? extends Key> keys) {
        return keys.stream().anyMatch(key -> isSignedBy(jwt, key));
    }

    /** The claims of a JWT that was parsed here. */
    static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("The claims were read before", e);
        }
    }

    /** A claim as text; null if it is missing or something else. */
    static String text(SignedJWT jwt, String claim) {
        return claims(jwt).getClaim(claim) instanceof String text ? text : null;
    }

    private static boolean isSignedBy(SignedJWT jwt, Key key) {
        try {
            return jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Remembers the ids of JWTs that must come once only, for as long as one could come again. */
    static final class UsedIds {
        private static final Duration MEMORY = Duration.ofHours(2);

        private final Clock clock;
        private final Map<String, Instant> used = new HashMap<>();

        UsedIds(Clock clock) {
            this.clock = clock;
        }

        /** Whether this id comes for the first time. */
        synchronized boolean take(String id) {
            Instant now = clock.instant();
            if (used.size() > 10_000) {
                used.values().removeIf(at -> at.plus(MEMORY).isBefore(now));
            }
            return used.putIfAbsent(id, now) == null;
        }

        synchronized void clear() {
            used.clear();
        }
    }
}
