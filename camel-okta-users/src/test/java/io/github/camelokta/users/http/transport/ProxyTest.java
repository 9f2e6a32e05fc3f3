/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.transport.TransportOptions.Proxy;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An HTTP proxy, as raw bytes. */
class ProxyTest extends TransportFixture {
    private static final String PASSWORD = "ProxyCanary";
    private static final String CHALLENGE =
            answer("407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic realm=\"proxy\"");
    private static final String BASIC =
            "\r\nProxy-Authorization: Basic " + Base64.getEncoder().encodeToString(("pat:" + PASSWORD).getBytes(UTF_8));

    @Test
    void plain_http_goes_through_the_proxy_whole() throws Exception {
        try (RawServer web = RawServer.answering(answer("200 OK", "{}"))) {
            proxy = new Proxy("127.0.0.1", web.port(), null, null);
            assertThat(client().send(
                                    request("http://127.0.0.1:1", OktaUsersOperation.get),
                                    CallContext.of(Priority.CALL))
                            .status())
                    .isEqualTo(200);
            assertThat(web.requests()).hasSize(1);
            assertThat(web.requests().get(0))
                    .startsWith("GET http://127.0.0.1:1/api/v1/users/userId HTTP/1.1\r\n")
                    .doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void the_proxys_password_is_given_to_the_proxy_that_asks() throws Exception {
        try (RawServer web = new RawServer((request, out, connection) ->
                write(out, request.contains(BASIC) ? answer("200 OK", "{}") : CHALLENGE))) {
            proxy = new Proxy("127.0.0.1", web.port(), "pat", PASSWORD);
            assertThat(client().send(
                                    request("http://127.0.0.1:1", OktaUsersOperation.suspend),
                                    CallContext.of(Priority.CALL))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_https_org_is_reached_by_CONNECT_in_which_no_token_stands() throws Exception {
        try (RawServer web = new RawServer((request, out, connection) ->
                write(out, request.contains(BASIC) ? answer("502 Bad Gateway", "") : CHALLENGE))) {
            proxy = new Proxy("127.0.0.1", web.port(), "pat", PASSWORD);
            assertThatExceptionOfType(OktaUsersException.class)
                    .isThrownBy(() -> client().send(
                                    request("https://acme.okta.com", OktaUsersOperation.suspend),
                                    CallContext.of(Priority.CALL)))
                    .satisfies(e -> assertThat(e).hasStackTraceContaining("suspend failed"))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(PASSWORD, TOKEN));
            assertThat(web.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.startsWith("CONNECT acme.okta.com:443 HTTP/1.1\r\n"))
                    .noneMatch(request -> request.contains(TOKEN) || request.contains("\r\nAuthorization"));
            assertThat(web.requests().get(web.requests().size() - 1)).contains(BASIC);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, false",
        "403 Forbidden, false",
        "404 Not Found, false",
        "302 Found, false",
        "204 No Content, false",
        "407 Proxy Authentication Required, false",
        "408 Request Timeout, true",
        "429 Too Many Requests, true",
        "500 Oops, true",
        "502 Bad Gateway, true",
        "503 Busy, true",
        "504 Gateway Timeout, true"
    })
    void what_the_proxy_answers_to_CONNECT_is_not_Oktas_answer(String status, boolean passes) throws Exception {
        String body = "{\"errorCode\":\"E0000007\",\"errorSummary\":\"s\"}";
        try (RawServer web = RawServer.answering(
                status.startsWith("204")
                        ? "HTTP/1.1 204 No Content\r\n\r\n"
                        : answer(status, body, "X-Rate-Limit-Limit: 0"))) {
            proxy = new Proxy("127.0.0.1", web.port(), "pat", PASSWORD);
            maxConnections = 2;
            // More often than there are connections: each is free again.
            for (int i = 0; i < 5; i++) {
                OktaUsersException e = failure("https://acme.okta.com", OktaUsersOperation.create);
                assertThat(e)
                        .hasMessageStartingWith(
                                "create failed: nothing was sent to https://acme.okta.com: the proxy 127.0.0.1:"
                                        + web.port() + " answered CONNECT with " + status.substring(0, 3));
                assertThat(e.getStatusCode()).isZero();
                assertThat(e.getErrorCode()).isNull();
                assertThat(e.isInDoubt()).isFalse();
                assertThat(e.isRetryable()).isEqualTo(passes);
                assertThat(e.toString()).doesNotContain(PASSWORD, "pat");
            }
        }
    }

    @Test
    void a_407_to_a_plain_request_is_not_Oktas_answer_either() throws Exception {
        try (RawServer web = RawServer.answering(CHALLENGE)) {
            proxy = new Proxy("127.0.0.1", web.port(), null, null);
            OktaUsersException e = failure("http://127.0.0.1:1", OktaUsersOperation.create);
            assertThat(e)
                    .hasMessageContaining("nothing was sent to http://127.0.0.1:1: the proxy 127.0.0.1:" + web.port()
                            + " answered with 407; check proxyUsername and proxyPassword");
            assertThat(e.getStatusCode()).isZero();
        }
    }

    @Test
    void a_proxy_that_cannot_be_reached_is_named() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        proxy = new Proxy("127.0.0.1", port, null, null);
        assertThat(failure("https://acme.okta.com", OktaUsersOperation.create))
                .hasMessage(
                        "create failed: nothing was sent to https://acme.okta.com: the connection to the proxy 127.0.0.1:"
                                + port + " was refused");
        closeTransport();
        proxy = new Proxy("no-such-proxy.invalid", 3128, null, null);
        assertThat(failure("https://acme.okta.com", OktaUsersOperation.create))
                .hasMessage("create failed: nothing was sent to https://acme.okta.com: the host of the proxy"
                        + " no-such-proxy.invalid:3128 is not known; check proxyHost");
    }

    @Test
    void the_JVMs_proxy_is_used_where_useSystemProperties_says_so_and_named_where_it_does_not() throws Exception {
        String host = System.getProperty("https.proxyHost");
        String port = System.getProperty("https.proxyPort");
        try (RawServer web = RawServer.answering(answer("502 Bad Gateway", ""))) {
            System.setProperty("https.proxyHost", "127.0.0.1");
            System.setProperty("https.proxyPort", String.valueOf(web.port()));

            assertThat(failure("https://acme.okta.invalid", OktaUsersOperation.create))
                    .hasMessageEndingWith(
                            "the host is not known; check orgUrl; the JVM's proxy (https.proxyHost) is not"
                                    + " used: set proxyHost and proxyPort, or useSystemProperties=true");
            assertThat(web.connections()).isZero();

            closeTransport();
            useSystemProperties = true;
            assertThat(failure("https://acme.okta.invalid", OktaUsersOperation.create))
                    .hasMessageContaining("the proxy 127.0.0.1:" + web.port() + " answered CONNECT with 502");
            assertThat(web.requests()).hasSize(1).allMatch(r -> r.startsWith("CONNECT acme.okta.invalid:443 "));
        } finally {
            restore("https.proxyHost", host);
            restore("https.proxyPort", port);
        }
    }

    private static void restore(String property, String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    @Test
    void Okta_itself_never_gets_the_proxys_password() throws Exception {
        try (RawServer okta = RawServer.answering(answer(
                "401 Unauthorized",
                "",
                "WWW-Authenticate: Basic realm=\"okta\"",
                "Proxy-Authenticate: Basic realm=\"okta\""))) {
            // A server at the org's address that is asked directly: no proxy is set for this client.
            assertThatExceptionOfType(OktaUsersException.class).isThrownBy(() -> client().send(
                            request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL)));
            assertThat(okta.requests()).hasSize(1).noneMatch(request -> request.contains("Basic"));
        }
        try (RawServer web =
                RawServer.answering(answer("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"okta\""))) {
            closeTransport();
            proxy = new Proxy("127.0.0.1", web.port(), "pat", PASSWORD);
            assertThatExceptionOfType(OktaUsersException.class).isThrownBy(() -> client().send(
                            request("http://127.0.0.1:1", OktaUsersOperation.get), CallContext.of(Priority.CALL)));
            assertThat(web.requests())
                    .hasSize(1)
                    .allMatch(request -> request.contains("\r\nAuthorization: SSWS " + TOKEN))
                    .noneMatch(request -> request.contains("\r\nAuthorization: Basic"));
        }
    }

    @Test
    void a_proxy_shows_no_password_as_text() {
        assertThat(new Proxy("proxy", 3128, "pat", PASSWORD)).hasToString("proxy:3128");
    }
}
