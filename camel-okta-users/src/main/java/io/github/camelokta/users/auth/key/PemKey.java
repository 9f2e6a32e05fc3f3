/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a PKCS#8 private key from PEM, and tells what to do about any other kind of PEM. */
final class PemKey {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)(?:-----END \\1-----)?", Pattern.DOTALL);
    /** Line breaks, and what becomes of them where a PEM is put on one line. */
    private static final Pattern BREAKS = Pattern.compile("\\s|\\\\r|\\\\n");

    private static final String CONVERT =
            ": convert it with openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-pkcs8.pem";

    private PemKey() {}

    static boolean isPem(String text) {
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
        String label = block.group(1);
        return switch (label) {
            case "PRIVATE KEY" -> pkcs8(block.group(2));
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
