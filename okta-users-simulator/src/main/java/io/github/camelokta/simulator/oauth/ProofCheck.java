/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.oauth.OauthRefusal.OauthError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Checks DPoP proofs as RFC 9449 wants, section 4.3. */
final class ProofCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final JwtVerifier.UsedIds used;

    ProofCheck(Clock clock) {
        this.clock = clock;
        this.used = new JwtVerifier.UsedIds(clock);
    }

    /**
     * What a good proof says.
     *
     * @param thumbprint of its key (RFC 7638)
     * @param nonce null where there is none
     */
    record Proof(String thumbprint, String nonce) {}

    /**
     * @param token the token that comes with the proof; null in a request for one
     * @throws OauthRefusal if there is no proof, or none for this request
     */
    Proof check(OrgRequest request, String token) {
        String text = request.header("dpop");
        require(text != null, "The DPoP proof JWT header is missing.");
        SignedJWT jwt = JwtVerifier.parse(text, OauthError.INVALID_DPOP_PROOF, "DPoP proof");
        require(
                jwt.getHeader().getType() != null
                        && "dpop+jwt".equals(jwt.getHeader().getType().getType()),
                "The DPoP proof JWT is not of the type dpop+jwt.");
        String thumbprint = thumbprint(jwt);
        require(request.method().equals(JwtVerifier.text(jwt, "htm")), "The DPoP proof's htm is another method.");
        require(
                (request.baseUrl() + request.path()).equals(JwtVerifier.text(jwt, "htu")),
                "The DPoP proof's htu is another URL, or holds a query.");
        Date issued = JwtVerifier.claims(jwt).getIssueTime();
        require(
                issued != null
                        && Duration.between(issued.toInstant(), clock.instant())
                                        .abs()
                                        .compareTo(TOLERANCE)
                                <= 0,
                "The DPoP proof was not issued now.");
        require(
                token == null || hash(token).equals(JwtVerifier.text(jwt, "ath")),
                "The DPoP proof's ath is not of this access token.");
        String id = JwtVerifier.claims(jwt).getJWTID();
        require(id != null && !id.isBlank() && used.take(thumbprint + id), "The DPoP proof was used before.");
        return new Proof(thumbprint, JwtVerifier.text(jwt, "nonce"));
    }

    void clear() {
        used.clear();
    }

    private static String thumbprint(SignedJWT jwt) {
        JWK jwk = jwt.getHeader().getJWK();
        require(jwk instanceof AsymmetricJWK && !jwk.isPrivate(), "The DPoP proof holds no public key.");
        try {
            require(
                    JwtVerifier.isSignedBy(jwt, List.of(((AsymmetricJWK) jwk).toPublicKey())),
                    "The DPoP proof is not signed by its key.");
            return jwk.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new OauthRefusal(OauthError.INVALID_DPOP_PROOF, "The DPoP proof holds no public key.");
        }
    }

    private static String hash(String token) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    private static void require(boolean right, String description) {
        if (!right) {
            throw new OauthRefusal(OauthError.INVALID_DPOP_PROOF, description);
        }
    }

    /** The nonces of DPoP proofs: a new one every 24 hours, each good for three days. */
    static final class Nonces {
        private static final Duration TURN = Duration.ofHours(24);
        private static final Duration LIFE = Duration.ofDays(3);

        private final Clock clock;
        private final Supplier<String> source;
        private final Map<String, Instant> made = new LinkedHashMap<>();
        private String newest;

        Nonces(Clock clock, Supplier<String> source) {
            this.clock = clock;
            this.source = source;
        }

        synchronized String current() {
            Instant now = clock.instant();
            if (newest == null || !now.isBefore(made.get(newest).plus(TURN))) {
                newest = source.get();
                made.put(newest, now);
            }
            return newest;
        }

        synchronized boolean accepts(String nonce) {
            Instant at = made.get(nonce);
            return at != null && clock.instant().isBefore(at.plus(LIFE));
        }

        /** Makes all nonces so far worthless. */
        synchronized void clear() {
            made.clear();
            newest = null;
        }
    }
}
