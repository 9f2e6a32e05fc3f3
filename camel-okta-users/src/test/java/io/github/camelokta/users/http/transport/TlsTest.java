/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a key made for this run. */
class TlsTest extends TransportFixture {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Path localhost;
    private static Path elsewhere;

    @BeforeAll
    static void makeKeys() throws Exception {
        localhost = makeKey("localhost");
        elsewhere = makeKey("elsewhere.example.com");
    }

    @Test
    void an_org_whose_certificate_sslContextParameters_trust_is_called() throws Exception {
        ssl = trusting(localhost);
        assertCalled();
    }

    @Test
    void so_is_one_that_the_global_parameters_trust() throws Exception {
        context.setSSLContextParameters(trusting(localhost));
        globalSsl = true;
        assertCalled();
    }

    private void assertCalled() throws Exception {
        try (RawServer okta = new RawServer(
                (request, out, connection) -> RawServer.write(out, answer("200 OK", "{}")), sockets(localhost))) {
            assertThat(client().send(
                                    request("https://localhost:" + okta.port(), OktaUsersOperation.get),
                                    CallContext.of(Priority.CALL))
                            .status())
                    .isEqualTo(200);
            assertThat(okta.requests()).hasSize(1);
        }
    }

    @Test
    void the_global_parameters_are_used_only_when_asked_for() throws Exception {
        context.setSSLContextParameters(trusting(localhost));
        assertNotSent(localhost);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() throws Exception {
        assertNotSent(localhost);
    }

    @Test
    void so_is_one_that_other_parameters_vouch_for() throws Exception {
        ssl = trusting(elsewhere);
        assertNotSent(localhost);
    }

    @Test
    void so_is_one_of_another_host() throws Exception {
        ssl = trusting(elsewhere);
        assertNotSent(elsewhere);
    }

    private void assertNotSent(Path key) throws Exception {
        try (RawServer okta = new RawServer(
                (request, out, connection) -> RawServer.write(out, answer("200 OK", "{}")), sockets(key))) {
            String org = "https://localhost:" + okta.port();
            OktaUsersException e = catchThrowableOfType(OktaUsersException.class, () -> client().send(
                            request(org, OktaUsersOperation.get), CallContext.of(Priority.CALL)));
            assertThat(e)
                    .hasMessage("get failed: nothing was sent to " + org
                            + ": the TLS handshake failed; check sslContextParameters")
                    .hasCauseInstanceOf(NotSentException.class);
            assertThat(e.isRetryable()).isFalse();
            assertThat(okta.requests()).isEmpty();
        }
    }

    private static ServerSocketFactory sockets(Path key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(key)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls.getServerSocketFactory();
    }

    private static SSLContextParameters trusting(Path key) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + key);
        store.setPassword(PASSWORD);
        store.setType("PKCS12");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    private static Path makeKey(String host) throws Exception {
        Path store = directory.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(new String(keytool.getInputStream().readAllBytes()))
                .isZero();
        return store;
    }
}
