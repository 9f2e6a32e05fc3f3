/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key with a certificate that it signed itself.
 *
 * @param store the key store
 * @param certificate the certificate as PEM
 * @param privateKey the private key as PEM
 */
record TestKey(String store, String certificate, String privateKey) {
    static final String PASSWORD = "changeit";
    static final String TYPE = "PKCS12";

    private static final String ALIAS = "test";

    static TestKey make(Path directory, String host) throws Exception {
        Path store = directory.resolve(host + ".p12");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host);
        KeyStore keys = KeyStore.getInstance(TYPE);
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key key = keys.getKey(ALIAS, PASSWORD.toCharArray());
        return new TestKey(
                store.toString(),
                write(
                        directory.resolve(host + ".crt"),
                        "CERTIFICATE",
                        keys.getCertificate(ALIAS).getEncoded()),
                write(directory.resolve(host + ".key"), "PRIVATE KEY", key.getEncoded()));
    }

    private static String write(Path file, String type, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n")
                .toString();
    }

    private static void keytool(Path store, String command, String... options) throws Exception {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command, "-alias", ALIAS);
        keytool.command().addAll(List.of(options));
        keytool.command().addAll(List.of("-storetype", TYPE, "-keystore", store.toString(), "-storepass", PASSWORD));
        Process running = keytool.redirectErrorStream(true).start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue())
                .as(new String(running.getInputStream().readAllBytes()))
                .isZero();
    }
}
