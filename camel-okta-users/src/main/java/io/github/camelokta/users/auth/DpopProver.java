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
import io.github.camelokta.users.operation.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/** Makes DPoP proofs (RFC 9449) with a key of its own, which lives as long as this process. */
final class DpopProver {
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final Clock clock;
    private final JWSHeader header;
    private final JWSSigner signer;

    DpopProver(Clock clock) {
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
