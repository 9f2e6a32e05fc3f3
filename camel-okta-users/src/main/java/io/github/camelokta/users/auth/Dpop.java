/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.operation.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether calls carry DPoP proofs, which may turn out on the way, and the nonces that Okta wants in them. */
final class Dpop {
    private static final Logger LOG = LoggerFactory.getLogger(Dpop.class);

    /** What the option says. */
    enum Mode {
        AUTO,
        TRUE,
        FALSE
    }

    private final Mode mode;
    private final Prover prover;
    private volatile boolean on;
    private volatile String tokenNonce;
    private volatile String callNonce;

    Dpop(Mode mode, Clock clock) {
        this.mode = mode;
        this.prover = new Prover(clock);
        this.on = mode == Mode.TRUE;
    }

    Mode mode() {
        return mode;
    }

    /**
     * The headers of a request for a token: none while no proofs are wanted.
     *
     * @param nonce null for none
     */
    Map<String, String> headersForToken(URI url, String nonce) {
        return on ? Map.of("DPoP", prover.proof(HttpMethod.POST, url, nonce, null)) : Map.of();
    }

    /** The headers of a call with this token; each attempt needs new ones. */
    Map<String, String> headersFor(AuthorizedCall call, AccessToken token) {
        Map<String, String> headers = new HashMap<>(4);
        headers.put("Authorization", token.authorization());
        if (token.scheme().equals("DPoP")) {
            headers.put("DPoP", prover.proof(call.method(), call.url(), callNonce, token.value()));
        }
        return headers;
    }

    /** Okta wants proofs of the app. Returns whether it gets them from now on. */
    boolean demanded() {
        if (mode == Mode.FALSE) {
            return false;
        }
        if (!on) {
            on = true;
            LOG.info("Okta wants DPoP of this service app: its tokens are bound to a key of this process from now on");
        }
        return true;
    }

    /** The nonce in the next request for a token; null for none. */
    String tokenNonce() {
        return tokenNonce;
    }

    void learnTokenNonce(String nonce) {
        if (nonce != null) {
            tokenNonce = nonce;
        }
    }

    void learnCallNonce(String nonce) {
        if (nonce != null) {
            callNonce = nonce;
        }
    }

    /** Makes DPoP proofs (RFC 9449) with a key of its own, which lives as long as this process. */
    private static final class Prover {
        private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

        private final Clock clock;
        private final JWSHeader header;
        private final JWSSigner signer;

        Prover(Clock clock) {
            this.clock = clock;
            try {
                ECKey key = new ECKeyGenerator(Curve.P_256).generate();
                this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .jwk(key.toPublicJWK())
                        .build();
                this.signer = new ECDSASigner(key);
            } catch (JOSEException e) {
                throw new IllegalStateException("This JVM makes no EC key on P-256", e);
            }
        }

        /**
         * A proof for one request, never to be sent twice.
         *
         * @param nonce null for none
         * @param token the token that goes with it; null in a request for one
         */
        String proof(HttpMethod method, URI url, String nonce, String token) {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .jwtID(UUID.randomUUID().toString())
                    .claim("htm", method.name())
                    .claim("htu", withoutQuery(url.toString()))
                    .issueTime(Date.from(clock.instant()));
            if (nonce != null) {
                claims.claim("nonce", nonce);
            }
            if (token != null) {
                claims.claim("ath", hash(token));
            }
            SignedJWT jwt = new SignedJWT(header, claims.build());
            try {
                jwt.sign(signer);
            } catch (JOSEException e) {
                throw new IllegalStateException("Signing a DPoP proof failed", e);
            }
            return jwt.serialize();
        }

        private static String withoutQuery(String url) {
            int end = url.indexOf('?');
            return end < 0 ? url : url.substring(0, end);
        }

        private static String hash(String token) {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                return Base64URL.encode(sha256.digest(token.getBytes(StandardCharsets.US_ASCII)))
                        .toString();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JVM has SHA-256", e);
            }
        }
    }
}
