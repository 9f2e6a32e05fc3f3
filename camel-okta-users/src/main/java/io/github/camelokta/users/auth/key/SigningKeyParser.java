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
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        if (Pem.isIn(text)) {
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
            key = Pem.parse(text);
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

    /** Reads a PKCS#8 private key from PEM, and tells what to do about any other kind of PEM. */
    private static final class Pem {
        private static final Pattern BLOCK =
                Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)(?:-----END \\1-----)?", Pattern.DOTALL);
        /** Line breaks, and what becomes of them where a PEM is put on one line. */
        private static final Pattern BREAKS = Pattern.compile("\\s|\\\\r|\\\\n");

        private static final String CONVERT =
                ": convert it with openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-pkcs8.pem";

        private Pem() {}

        static boolean isIn(String text) {
            return text.contains("-----BEGIN ");
        }

        /**
         * @throws IllegalArgumentException with what the PEM is instead, to be put after the option's name; without key material
         */
        static PrivateKey parse(String text) {
            Matcher block = BLOCK.matcher(text);
            if (!block.find()) {
                throw new IllegalArgumentException("is a broken PEM: copy the key again, from BEGIN to END");
            }
            // A certificate or parameters may stand before the key.
            MatchResult chosen = block.reset()
                    .results()
                    .filter(each -> each.group(1).endsWith("PRIVATE KEY"))
                    .findFirst()
                    .orElseGet(() -> block.reset().results().findFirst().orElseThrow());
            String label = chosen.group(1);
            return switch (label) {
                case "PRIVATE KEY" -> pkcs8(chosen.group(2));
                case "RSA PRIVATE KEY" ->
                    throw new IllegalArgumentException("is an RSA key in PKCS#1 and not in PKCS#8" + CONVERT);
                case "EC PRIVATE KEY", "EC PARAMETERS" ->
                    throw new IllegalArgumentException("is an EC key in SEC1 and not in PKCS#8" + CONVERT);
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new IllegalArgumentException(
                            "is encrypted: decrypt it with openssl pkey -in key.pem -out key-pkcs8.pem");
                case "OPENSSH PRIVATE KEY" ->
                    throw new IllegalArgumentException(
                            "is an OpenSSH key and not in PKCS#8: convert a copy with ssh-keygen -p -N '' -m PKCS8 -f key.pem");
                default -> throw new IllegalArgumentException(other(label));
            };
        }

        private static String other(String label) {
            if (label.endsWith("PUBLIC KEY")) {
                return "is a public key: set it to the private key of the pair";
            }
            if (label.endsWith("CERTIFICATE")) {
                return "is a certificate: set it to the private key that belongs to it";
            }
            return "is PEM of another kind than PRIVATE KEY: set it to a private key in PKCS#8";
        }

        private static PrivateKey pkcs8(String base64) {
            KeySpec spec;
            try {
                spec = new PKCS8EncodedKeySpec(
                        Base64.getDecoder().decode(BREAKS.matcher(base64).replaceAll("")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("is a broken PEM: copy the key again, from BEGIN to END");
            }
            for (String algorithm : List.of("RSA", "EC")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(spec);
                } catch (GeneralSecurityException e) {
                    // Not of this algorithm; the exception may quote bytes of the key.
                }
            }
            throw new IllegalArgumentException(
                    "is broken, or a key of another kind: Okta takes RSA, and EC on P-256, P-384 or P-521");
        }
    }
}
