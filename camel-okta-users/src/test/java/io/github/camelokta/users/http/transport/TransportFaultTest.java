/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import io.github.camelokta.users.support.RawServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which no whole answer comes. */
class TransportFaultTest extends TransportFixture {
    private static final String UNKNOWN = "no whole answer came from ";
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void a_refused_connection_sends_nothing() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String org = "http://127.0.0.1:" + port;
        OktaUsersException e = failure(org, OktaUsersOperation.suspend);
        assertThat(e).hasMessage("suspend failed: nothing was sent to " + org + ": the connection was refused");
        assertThat(e.getStatusCode()).isZero();
        assertThat(e.isRetryable()).isTrue();
        assertThat(failure(org, OktaUsersOperation.deactivateOrDelete).isRetryable())
                .isFalse();
    }

    @Test
    void an_unknown_host_sends_nothing() {
        assertThat(failure("https://no-such-org.invalid", OktaUsersOperation.suspend))
                .hasMessage("suspend failed: nothing was sent to https://no-such-org.invalid: the host is not known;"
                        + " check orgUrl");
    }

    @Test
    void a_connection_that_breaks_before_the_answer_leaves_it_open_whether_Okta_acted() throws Exception {
        assertUnknown((request, out, connection) -> {
            connection.setSoLinger(true, 0);
            connection.close();
        });
    }

    @Test
    void so_does_one_that_is_closed_without_an_answer() throws Exception {
        assertUnknown((request, out, connection) -> connection.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
            })
    void so_does_an_answer_that_is_cut_or_broken(String answer) throws Exception {
        assertUnknown((request, out, connection) -> {
            write(out, answer);
            connection.close();
        });
    }

    private void assertUnknown(Script script) throws Exception {
        try (RawServer okta = new RawServer(script)) {
            OktaUsersException e = failure(okta.url(), OktaUsersOperation.suspend);
            assertThat(e)
                    .hasMessageStartingWith("suspend failed: " + UNKNOWN + okta.url() + ", and whether Okta acted");
            assertThat(e.isRetryable()).isFalse();
            assertThat(posts(okta)).as("what follows only looks").hasSize(1);
            assertThat(failure(okta.url(), OktaUsersOperation.get).isRetryable())
                    .isTrue();
            assertThat(failure(okta.url(), OktaUsersOperation.removeRole).isRetryable())
                    .isTrue();
            assertThat(failure(okta.url(), OktaUsersOperation.deactivateOrDelete)
                            .isRetryable())
                    .isFalse();
        }
    }

    @Test
    void an_answer_that_repeats_the_token_outside_of_HTTP_does_not_show_it() throws Exception {
        for (String garbage : new String[] {
            "SSWS " + TOKEN + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nSSWS " + TOKEN + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + TOKEN + "\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: " + TOKEN + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: " + TOKEN + "\r\nContent-Length: 2\r\n\r\n{}",
        }) {
            try (RawServer okta = new RawServer((request, out, connection) -> {
                write(out, garbage);
                connection.close();
            })) {
                OktaUsersException e = failure(okta.url(), OktaUsersOperation.get);
                for (Throwable t = e; t != null; t = t.getCause()) {
                    assertThat(t.toString()).as(garbage).doesNotContain(TOKEN);
                }
            }
        }
    }

    @Test
    void a_silent_server_is_waited_for_as_long_as_responseTimeout_says() throws Exception {
        responseTimeout = Duration.ofMillis(200);
        assertGivenUp((request, out, connection) -> over.await(30, TimeUnit.SECONDS), "");
    }

    @Test
    void a_body_that_drips_is_given_up_by_the_same_time() throws Exception {
        responseTimeout = Duration.ofMillis(300);
        assertGivenUp(drip("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", " "), "(responseTimeout)");
    }

    @Test
    void so_is_one_that_drips_in_chunks() throws Exception {
        responseTimeout = Duration.ofMillis(300);
        assertGivenUp(drip("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"), "(responseTimeout)");
    }

    private Script drip(String head, String drop) {
        return (request, out, connection) -> {
            write(out, head);
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                write(out, drop);
            }
        };
    }

    private void assertGivenUp(Script script, String why) throws Exception {
        try (RawServer okta = new RawServer(script)) {
            OktaUsersException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> failure(okta.url(), OktaUsersOperation.suspend));
            assertThat(e).hasMessageContaining(UNKNOWN).hasMessageContaining(why);
        } finally {
            over.countDown();
        }
    }

    @Test
    void an_answer_longer_than_maxResponseSize_is_refused() throws Exception {
        String long1 = " ".repeat(100_001);
        try (RawServer okta = RawServer.answering(answer("200 OK", long1))) {
            assertThat(failure(okta.url(), OktaUsersOperation.get))
                    .hasMessageEndingWith("the answer is longer than maxResponseSize (100000 bytes)");
        }
        try (RawServer okta = new RawServer((request, out, connection) -> {
            write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (over.getCount() > 0) {
                write(out, "400\r\n" + " ".repeat(1024) + "\r\n");
            }
        })) {
            OktaUsersException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> failure(okta.url(), OktaUsersOperation.get));
            assertThat(e).hasMessageEndingWith("the answer is longer than maxResponseSize (100000 bytes)");
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"get", "list", "suspend", "clearSessions"})
    void a_web_page_is_no_answer_of_Oktas(OktaUsersOperation operation) throws Exception {
        String page = "<html>Please sign in to the network</html>";
        try (RawServer proxy = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n"
                + "Content-Length: " + page.length() + "\r\n\r\n" + page)) {
            assertThat(failure(proxy.url(), operation))
                    .hasMessage(
                            operation + " failed: " + UNKNOWN + proxy.url() + ", and whether Okta acted is not known:"
                                    + " the answer is no JSON but text/html; charset=utf-8, from something in between: check"
                                    + " orgUrl and the proxy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: application/JSON;charset=UTF-8\r\n", "Content-Type: text/json\r\n"})
    void a_body_of_no_type_and_of_any_JSON_type_is_read(String type) throws Exception {
        try (RawServer okta = RawServer.answering("HTTP/1.1 200 OK\r\n" + type + "Content-Length: 2\r\n\r\n{}")) {
            assertThat(client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL))
                            .body())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("{}");
        }
    }

    @Test
    void a_small_gzip_answer_may_not_inflate_beyond_maxResponseSize() throws Exception {
        byte[] bomb = gzip("[" + " ".repeat(1_000_000) + "]");
        assertThat(bomb.length).isLessThan(10_000);
        try (RawServer okta = new RawServer((request, out, connection) -> writeGzip(out, bomb))) {
            assertThat(failure(okta.url(), OktaUsersOperation.get))
                    .hasMessageEndingWith("the answer is longer than maxResponseSize (100000 bytes)");
        }
    }

    @Test
    void a_gzip_answer_is_inflated() throws Exception {
        byte[] body = gzip("{\"city\":\"Zürich\"}");
        try (RawServer okta = new RawServer((request, out, connection) -> writeGzip(out, body))) {
            OktaResponse response =
                    client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL));
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"city\":\"Zürich\"}");
            assertThat(okta.requests().get(0)).containsPattern("\r\nAccept-Encoding: .*gzip");
        }
    }

    private static void writeGzip(OutputStream out, byte[] body) throws Exception {
        write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
