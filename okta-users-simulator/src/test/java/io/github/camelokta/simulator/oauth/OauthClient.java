/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.simulator.OktaClient;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.OktaSimulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A service app as a test plays it, which may do everything wrong. */
final class OauthClient {
    static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);

    private final OktaSimulator okta;
    private final JWK key;
    private final Instant now;
    final ECKey dpopKey = ecKey();

    OauthClient(OktaSimulator okta, JWK key, Instant now) {
        this.okta = okta;
        this.key = key;
        this.now = now;
    }

    static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String tokenUrl() {
        return okta.orgUrl() + "/oauth2/v1/token";
    }

    String assertion(JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("0oaNightly")
                .subject("0oaNightly")
                .audience(tokenUrl())
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
        return signed(header, change.apply(claims).build(), key);
    }

    String assertion() {
        return assertion(ES256, UnaryOperator.identity());
    }

    Answer token(String scope, String assertion, String... headers) {
        String form = "grant_type=client_credentials&scope=" + scope.replace(' ', '+')
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + assertion;
        return tokenOf(form, headers);
    }

    Answer tokenOf(String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(tokenUrl()))
                .POST(BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return OktaClient.send(request.build());
    }

    /** A proof for the token endpoint. */
    String proof(String nonce) {
        return proof("POST", tokenUrl(), nonce, null);
    }

    String proof(String method, String url, String nonce, String token) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", url)
                .issueTime(Date.from(now));
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        if (token != null) {
            claims.claim("ath", hash(token));
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(dpopKey.toPublicJWK())
                .build();
        return signed(header, claims.build(), dpopKey);
    }

    Answer call(String method, String path, String authorization, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = authorization;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return new OktaClient(okta).send(method, path, null, all);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWK key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64URL.encode(sha256.digest(token.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
