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
import java.util.Base64;
import org.junit.jupiter.api.Test;

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
