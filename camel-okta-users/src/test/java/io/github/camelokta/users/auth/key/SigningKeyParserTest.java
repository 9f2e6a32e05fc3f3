/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.users.support.Keys;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeyParserTest {
    private static final String CANARY = "MIICanary4711Secret";
    private static final KeyPair RSA = Keys.rsa(2048);
    private static final KeyPair EC = Keys.ec("secp256r1");
    private static final SigningKeyParser PARSER = parser(null);

    @Test
    void an_RSA_key_in_PEM_signs_with_RS256() throws Exception {
        SigningKey key = PARSER.parse(Keys.pem(RSA.getPrivate()));
        SignedJWT jwt = signed(key);
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(jwt.getHeader().getKeyID()).isNull();
        assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) RSA.getPublic())))
                .isTrue();
        assertThat(key).hasToString("RS256 key");
    }

    @ParameterizedTest
    @CsvSource({"secp256r1, ES256", "secp384r1, ES384", "secp521r1, ES512"})
    void an_EC_key_in_PEM_signs_as_its_curve_wants(String curve, String algorithm) throws Exception {
        KeyPair pair = Keys.ec(curve);
        SignedJWT jwt = signed(PARSER.parse(Keys.pem(pair.getPrivate())));
        assertThat(jwt.getHeader().getAlgorithm()).hasToString(algorithm);
        assertThat(jwt.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic())))
                .isTrue();
    }

    @Test
    void a_certificate_or_attributes_may_stand_before_the_key() throws Exception {
        for (String before :
                List.of(pem("CERTIFICATE"), pem("CERTIFICATE") + pem("CERTIFICATE"), "Bag Attributes\n  x: 1\n")) {
            assertThat(PARSER.parse(before + Keys.pem(RSA.getPrivate()))).hasToString("RS256 key");
            assertThat(PARSER.parse(Keys.pem(RSA.getPrivate()) + before)).hasToString("RS256 key");
        }
    }

    @Test
    void line_breaks_may_be_lost_or_written_out() throws Exception {
        String pem = Keys.pem(EC.getPrivate());
        for (String text : List.of(
                pem.replace("\n", ""),
                pem.replace("\n", " "),
                pem.replace("\n", "\\n"),
                pem.replace("\n", "\r\n"),
                "Bag Attributes\n friendlyName: x\n" + pem)) {
            assertThat(signed(PARSER.parse(text)).verify(new ECDSAVerifier((ECPublicKey) EC.getPublic())))
                    .isTrue();
        }
    }

    @Test
    void a_JWK_brings_its_kid_and_its_alg() throws Exception {
        RSAKey plain = new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
                .privateKey(RSA.getPrivate())
                .build();
        RSAKey rsa = new RSAKey.Builder(plain)
                .keyID("k1")
                .algorithm(JWSAlgorithm.RS512)
                .build();
        ECKey ec = new ECKey.Builder(Curve.P_256, (ECPublicKey) EC.getPublic())
                .privateKey(EC.getPrivate())
                .keyID("k2")
                .build();

        assertThat(signed(PARSER.parse(plain.toJSONString())).getHeader().getAlgorithm())
                .isEqualTo(JWSAlgorithm.RS256);
        assertThat(signed(PARSER.parse(" \n" + rsa.toJSONString())).getHeader().getAlgorithm())
                .isEqualTo(JWSAlgorithm.RS512);
        assertThat(signed(PARSER.parse(rsa.toJSONString())).getHeader().getKeyID())
                .isEqualTo("k1");
        assertThat(signed(PARSER.parse(ec.toJSONString())).getHeader().toString())
                .contains("\"ES256\"", "\"k2\"");
        assertThat(signed(parser("k1").parse(rsa.toJSONString())).getHeader().getKeyID())
                .isEqualTo("k1");
        assertThat(signed(parser(" k3 ").parse(plain.toJSONString()))
                        .getHeader()
                        .getKeyID())
                .isEqualTo("k3");
    }

    @Test
    void an_id_that_contradicts_the_JWKs_is_refused() {
        String jwk = new ECKey.Builder(Curve.P_256, (ECPublicKey) EC.getPublic())
                .privateKey(EC.getPrivate())
                .keyID("k2")
                .build()
                .toJSONString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parser("k1").parse(jwk))
                .withMessage("Option oauthKeyId names another key than the kid of the JWK in privateKey: remove one of"
                        + " the two");
    }

    static List<Arguments> refusals() throws Exception {
        String convert = "convert it with openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-pkcs8.pem";
        RSAKey jwk = new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
                .privateKey(RSA.getPrivate())
                .build();
        return List.of(
                Arguments.of(pem("RSA PRIVATE KEY"), "is an RSA key in PKCS#1 and not in PKCS#8: " + convert),
                Arguments.of(
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AB\n\n" + CANARY
                                + "\n-----END RSA PRIVATE KEY-----",
                        "is an RSA key in PKCS#1"),
                Arguments.of(pem("EC PRIVATE KEY"), "is an EC key in SEC1 and not in PKCS#8: " + convert),
                Arguments.of(pem("EC PARAMETERS") + pem("EC PRIVATE KEY"), "is an EC key in SEC1 and not in PKCS#8"),
                Arguments.of(
                        pem("ENCRYPTED PRIVATE KEY"),
                        "is encrypted: decrypt it with openssl pkey -in key.pem -out key-pkcs8.pem"),
                Arguments.of(pem("OPENSSH PRIVATE KEY"), "is an OpenSSH key and not in PKCS#8"),
                Arguments.of(pem("PUBLIC KEY"), "is a public key"),
                Arguments.of(pem("RSA PUBLIC KEY"), "is a public key"),
                Arguments.of(pem("CERTIFICATE"), "is a certificate"),
                Arguments.of(pem("DH PARAMETERS"), "is PEM of another kind than PRIVATE KEY"),
                Arguments.of(pem("PRIVATE KEY"), "is broken, or a key of another kind"),
                Arguments.of("-----BEGIN PRIVATE KEY-----\n" + CANARY + "!\n", "is a broken PEM"),
                Arguments.of("-----BEGIN " + CANARY, "is a broken PEM"),
                Arguments.of(
                        Keys.pem(KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPrivate()),
                        "a key of another kind: Okta takes RSA, and EC on P-256, P-384 or P-521"),
                Arguments.of(
                        Keys.pem(Keys.rsa(1024).getPrivate()), "is an RSA key of less than 2048 bits: make a longer"),
                Arguments.of("{\"kty\":\"RSA\",\"d\":\"" + CANARY + "\"}", "is a broken JWK"),
                Arguments.of("{\"" + CANARY, "is a broken JWK"),
                Arguments.of(
                        "{\"keys\":[" + jwk.toJSONString() + "]}", "is a broken JWK: copy it again, one key and not"),
                Arguments.of(
                        jwk.toPublicJWK().toJSONString(), "is a public JWK: set it to the private one of the pair"),
                Arguments.of(
                        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                                + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                        "is a JWK of another kind"),
                Arguments.of("{\"kty\":\"oct\",\"k\":\"" + CANARY + "\"}", "is a JWK of another kind"),
                Arguments.of(
                        new RSAKey.Builder(jwk)
                                .algorithm(JWSAlgorithm.PS256)
                                .build()
                                .toJSONString(),
                        "is a JWK whose alg Okta does not take"),
                Arguments.of(CANARY, "is neither a PKCS#8 PEM nor a JWK"),
                Arguments.of("file" + CANARY, "is neither a PKCS#8 PEM nor a JWK"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anything_else_is_named_in_one_sentence_without_key_material(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARSER.parse(text))
                .withMessageStartingWith("Option privateKey ")
                .withMessageContaining(sentence)
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY, "\n"));
    }

    private static String pem(String label) {
        return "-----BEGIN " + label + "-----\n" + CANARY + "A\n-----END " + label + "-----\n";
    }

    private static SigningKeyParser parser(String keyId) {
        return new SigningKeyParser("privateKey", "oauthKeyId", keyId);
    }

    private static SignedJWT signed(SigningKey key) throws Exception {
        return SignedJWT.parse(key.sign(new JWTClaimsSet.Builder().subject("x").build()));
    }
}
