/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * A private key that can sign.
 *
 * @param keyId null where there is none
 */
public record SigningKey(JWSAlgorithm algorithm, String keyId, JWSSigner signer) {

    public String sign(JWTClaimsSet claims) {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing with " + algorithm + " failed", e);
        }
        return jwt.serialize();
    }

    @Override
    public String toString() {
        return algorithm + " key";
    }
}
