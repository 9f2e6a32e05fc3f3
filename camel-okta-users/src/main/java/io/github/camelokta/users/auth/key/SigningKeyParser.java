/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.text.ParseException;
import java.util.Set;

/** Makes a key that signs of the text of a PKCS#8 PEM or a JWK. RSA signs with RS256, EC as its curve wants. */
public final class SigningKeyParser {
    private static final int SHORTEST_RSA = 2048;
    private static final Set<JWSAlgorithm> RSA = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    private final String option;
    private final String keyIdOption;
    private final String keyId;

    /**
     * @param keyId what the option {@code keyIdOption} gives; null for none
     */
    public SigningKeyParser(String option, String keyIdOption, String keyId) {
        this.option = option;
        this.keyIdOption = keyIdOption;
        this.keyId = keyId == null ? null : keyId.strip();
    }

    /**
     * @throws IllegalArgumentException if it is no such key, in one sentence without key material
     */
    SigningKey parse(String text) {
        if (PemKey.isPem(text)) {
            return ofPem(text);
        }
        if (text.stripLeading().startsWith("{")) {
            return ofJwk(text);
        }
        throw wrong("is neither a PKCS#8 PEM nor a JWK: set it to one, or to file: and the path of one");
    }

    private SigningKey ofPem(String text) {
        PrivateKey key;
        try {
            key = PemKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        return key instanceof RSAPrivateKey rsa
                ? ofRsa(rsa, JWSAlgorithm.RS256, keyId)
                : ofEc((ECPrivateKey) key, null, keyId);
    }

    private SigningKey ofJwk(String text) {
        JWK jwk = jwk(text);
        if (!jwk.isPrivate()) {
            throw wrong("is a public JWK: set it to the private one of the pair");
        }
        if (keyId != null && jwk.getKeyID() != null && !keyId.equals(jwk.getKeyID())) {
            throw new IllegalArgumentException("Option " + keyIdOption
                    + " names another key than the kid of the JWK in " + option + ": remove one of the two");
        }
        String id = keyId != null ? keyId : jwk.getKeyID();
        try {
            if (jwk instanceof RSAKey rsa) {
                return ofRsa(rsa.toRSAPrivateKey(), algorithm(jwk), id);
            }
            if (jwk instanceof ECKey ec) {
                return ofEc(ec.toECPrivateKey(), jwk.getAlgorithm(), id);
            }
        } catch (JOSEException e) {
            throw wrong("is a broken JWK: copy it again");
        }
        throw wrong("is a JWK of another kind: Okta takes RSA, and EC on P-256, P-384 or P-521");
    }

    private JWK jwk(String text) {
        try {
            return JWK.parse(text);
        } catch (ParseException | RuntimeException e) {
            // What the exception says may quote the key.
            throw wrong("is a broken JWK: copy it again, one key and not a set of keys");
        }
    }

    private JWSAlgorithm algorithm(JWK rsa) {
        if (rsa.getAlgorithm() == null) {
            return JWSAlgorithm.RS256;
        }
        return RSA.stream()
                .filter(each -> each.equals(rsa.getAlgorithm()))
                .findFirst()
                .orElseThrow(() -> wrong("is a JWK whose alg Okta does not take: RS256, RS384 or RS512"));
    }

    private SigningKey ofRsa(RSAPrivateKey key, JWSAlgorithm algorithm, String id) {
        if (key.getModulus().bitLength() < SHORTEST_RSA) {
            throw wrong("is an RSA key of less than 2048 bits: make a longer one");
        }
        return new SigningKey(algorithm, id, new RSASSASigner(key));
    }

    private SigningKey ofEc(ECPrivateKey key, Algorithm stated, String id) {
        JWSSigner signer;
        try {
            signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw wrong("is an EC key on another curve: Okta takes P-256, P-384 and P-521");
        }
        JWSAlgorithm algorithm = signer.supportedJWSAlgorithms().iterator().next();
        if (algorithm.equals(JWSAlgorithm.ES256K) || stated != null && !stated.equals(algorithm)) {
            throw wrong("is an EC key on another curve, or with an alg of another: Okta takes ES256, ES384 and ES512");
        }
        return new SigningKey(algorithm, id, signer);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Option " + option + " " + what);
    }
}
