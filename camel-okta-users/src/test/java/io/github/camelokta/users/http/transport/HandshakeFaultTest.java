/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.interceptor.MatrixFront;
import io.github.camelokta.users.http.transport.SocketServer.Script;
import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults on the way to a connection: nothing was sent, and most of them pass. */
class HandshakeFaultTest extends TransportFixture {
    @TempDir
    Path directory;

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void endScripts() {
        over.countDown();
    }

    @Test
    void a_handshake_that_is_ended_by_EOF_sent_nothing_and_passes() throws Exception {
        assertPasses(Socket::close, "the connection was closed before the TLS handshake had ended");
    }

    @Test
    void so_does_one_that_is_ended_by_EOF_after_the_first_message() throws Exception {
        assertPasses(
                connection -> {
                    connection.getInputStream().readNBytes(100);
                    connection.shutdownOutput();
                    connection.getInputStream().readAllBytes();
                },
                "the connection was closed before the TLS handshake had ended");
    }

    @Test
    void so_does_one_that_is_ended_by_a_reset() throws Exception {
        assertPasses(
                connection -> {
                    connection.getInputStream().readNBytes(100);
                    MatrixFront.reset(connection);
                },
                "the connection was closed before the TLS handshake had ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\0\0\0\0\0\0\0\0"})
    void so_does_an_answer_that_is_not_TLS(String answer) throws Exception {
        assertPasses(
                connection -> {
                    connection.getInputStream().readNBytes(100);
                    write(connection.getOutputStream(), answer);
                    connection.getInputStream().readAllBytes();
                },
                "what answered does not speak TLS: check orgUrl and the proxy");
    }

    @Test
    void so_does_an_alert_that_is_not_about_certificates() throws Exception {
        assertPasses(
                connection -> {
                    connection.getInputStream().readNBytes(100);
                    // internal_error
                    connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 80});
                    connection.getInputStream().readAllBytes();
                },
                "the TLS handshake failed");
    }

    @Test
    void an_alert_about_our_certificate_does_not_pass() throws Exception {
        try (SocketServer okta = new SocketServer(connection -> {
            connection.getInputStream().readNBytes(100);
            // bad_certificate
            connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 42});
            connection.getInputStream().readAllBytes();
        })) {
            OktaUsersException e = failure("https://localhost:" + okta.port(), OktaUsersOperation.create);
            assertThat(e).hasMessageEndingWith("the TLS handshake failed; check sslContextParameters");
            assertThat(e.isRetryable()).isFalse();
        }
    }

    @Test
    void a_handshake_that_drips_is_given_up_after_connectTimeout() throws Exception {
        connectTimeout = Duration.ofMillis(300);
        assertPasses(
                connection -> {
                    connection.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0});
                    drip(connection.getOutputStream());
                },
                "the TLS handshake did not end in time (connectTimeout)");
    }

    @Test
    void a_silent_handshake_too() throws Exception {
        connectTimeout = Duration.ofMillis(300);
        assertPasses(
                connection -> over.await(30, TimeUnit.SECONDS),
                "the TLS handshake did not end in time (connectTimeout)");
    }

    private void assertPasses(Script script, String why) throws Exception {
        try (SocketServer okta = new SocketServer(script)) {
            String org = "https://localhost:" + okta.port();
            OktaUsersException e =
                    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> failure(org, OktaUsersOperation.create));
            assertThat(e).hasMessageStartingWith("create failed: nothing was sent to " + org + ": " + why);
            assertThat(e.isRetryable()).isTrue();
            assertThat(e.isInDoubt()).isFalse();
        }
    }

    @Test
    void a_proxy_that_resets_in_the_middle_of_CONNECT_got_nothing_and_it_passes() throws Exception {
        assertProxyPasses(
                connection -> {
                    connection.getInputStream().readNBytes(20);
                    MatrixFront.reset(connection);
                },
                "closed the connection before it had answered CONNECT");
    }

    @Test
    void so_is_one_that_closes_without_an_answer() throws Exception {
        assertProxyPasses(
                connection -> {
                    connection.getInputStream().readNBytes(20);
                    connection.shutdownOutput();
                    connection.getInputStream().readAllBytes();
                },
                "closed the connection before it had answered CONNECT");
    }

    @Test
    void so_is_one_that_answers_no_HTTP() throws Exception {
        assertProxyPasses(
                connection -> {
                    connection.getInputStream().readNBytes(20);
                    write(connection.getOutputStream(), "SSH-2.0-OpenSSH_9.2\r\n\r\n");
                    connection.getInputStream().readAllBytes();
                },
                "gave no valid answer to CONNECT");
    }

    @Test
    void so_is_one_whose_answer_drips() throws Exception {
        responseTimeout = Duration.ofMillis(300);
        assertProxyPasses(
                connection -> {
                    write(connection.getOutputStream(), "HTTP/1.1 200 OK\r\nX-A: ");
                    drip(connection.getOutputStream());
                },
                "did not answer CONNECT in time (responseTimeout)");
    }

    @Test
    void so_is_one_behind_which_the_handshake_drips() throws Exception {
        connectTimeout = Duration.ofMillis(300);
        assertProxyPasses(
                connection -> {
                    readHead(connection.getInputStream());
                    write(connection.getOutputStream(), "HTTP/1.1 200 OK\r\n\r\n");
                    connection.getInputStream().readNBytes(100);
                    connection.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0});
                    drip(connection.getOutputStream());
                },
                "the TLS handshake did not end in time (connectTimeout)");
    }

    private void assertProxyPasses(Script script, String why) throws Exception {
        try (SocketServer web = new SocketServer(script)) {
            proxy = new Proxy("127.0.0.1", web.port(), null, null);
            OktaUsersException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> failure("https://acme.okta.com", OktaUsersOperation.create));
            assertThat(e)
                    .hasMessageStartingWith("create failed: nothing was sent to https://acme.okta.com: ")
                    .hasMessageContaining(why)
                    .hasMessageContaining("127.0.0.1:" + web.port());
            assertThat(e.isRetryable()).isTrue();
            assertThat(e.isInDoubt()).isFalse();
        }
    }

    /** Bytes of TLS come, but no record of it ends: the reader of the answer sees nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"})
    void an_answer_whose_TLS_drips_is_given_up_after_responseTimeout(String head) throws Exception {
        responseTimeout = Duration.ofMillis(400);
        Path key = TlsKeys.make(directory, "localhost");
        ssl = TlsKeys.trusting(key);
        AtomicBoolean slow = new AtomicBoolean();
        try (RawServer okta = new RawServer(
                        (request, out, connection) -> {
                            write(out, head);
                            slow.set(true);
                            write(out, " ".repeat(9000));
                        },
                        TlsKeys.sockets(key));
                SocketServer relay = new SocketServer(connection -> relay(connection, okta.port(), slow))) {
            OktaUsersException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> failure("https://localhost:" + relay.port(), OktaUsersOperation.create));
            assertThat(e).hasMessageContaining("no whole answer came").hasMessageEndingWith("(responseTimeout)");
            assertThat(e.isInDoubt()).isTrue();
        }
    }

    private void relay(Socket connection, int port, AtomicBoolean slow) throws Exception {
        try (Socket okta = new Socket(connection.getLocalAddress(), port)) {
            SocketServer.daemon(() -> connection.getInputStream().transferTo(okta.getOutputStream()));
            InputStream in = okta.getInputStream();
            OutputStream out = connection.getOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (slow.get() && over.await(20, TimeUnit.MILLISECONDS)) {
                    return;
                }
                out.write(next);
            }
        }
    }

    private static void readHead(InputStream in) throws Exception {
        int ends = 0;
        while (ends < 4) {
            ends = in.read() == "\r\n\r\n".charAt(ends) ? ends + 1 : 0;
        }
    }

    private void drip(OutputStream out) throws Exception {
        while (!over.await(20, TimeUnit.MILLISECONDS)) {
            out.write('a');
        }
    }
}
