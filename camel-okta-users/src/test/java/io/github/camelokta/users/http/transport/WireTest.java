/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.HttpMethod;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte. */
class WireTest extends TransportFixture {

    @ParameterizedTest
    @EnumSource(names = {"get", "suspend", "addAllAppTargets", "removeRole", "update", "create"})
    void a_request_is_exactly_this(OktaUsersOperation operation) throws Exception {
        try (RawServer okta = RawServer.answering(answer("200 OK", "{}"))) {
            client().send(request(okta.url(), operation), CallContext.of(Priority.CALL));

            String request = okta.requests().get(0);
            String head = request.substring(0, request.indexOf("\r\n\r\n"));
            assertThat(head.lines().findFirst())
                    .contains(operation.method() + " "
                            + operation.path().toString().replaceAll("[{}]", "") + " HTTP/1.1");
            assertThat(head)
                    .contains("\r\nAccept: application/json")
                    .contains("\r\nContent-Type: application/json")
                    .contains("\r\nUser-Agent: camel-okta-users/" + version())
                    .contains("\r\nHost: 127.0.0.1:" + okta.port())
                    .contains("\r\nAuthorization: SSWS " + TOKEN)
                    .doesNotContain("Transfer-Encoding", "Cookie", "Expect");
            assertThat(request.substring(request.indexOf("\r\n\r\n") + 4))
                    .isEqualTo(operation.body().isPresent() ? "{\"a\":\"ü\"}" : "");
            assertThat(head.lines().filter(line -> line.startsWith("Content-Length")))
                    .isEqualTo(
                            operation.body().isPresent()
                                    ? List.of("Content-Length: 10")
                                    : operation.method() == HttpMethod.POST || operation.method() == HttpMethod.PUT
                                            ? List.of("Content-Length: 0")
                                            : List.of());
        }
    }

    private static String version() throws Exception {
        Properties build = new Properties();
        try (InputStream in = WireTest.class.getResourceAsStream("/META-INF/camel-okta-users.properties")) {
            build.load(in);
        }
        assertThat(build.getProperty("version")).matches("\\d+\\.\\d+.*");
        return build.getProperty("version");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void an_answer_that_invites_a_retry_is_one_request_for_the_transport(int status) throws Exception {
        try (RawServer okta = RawServer.answering(answer(status + " No", "{}", "Retry-After: 0"))) {
            for (OktaUsersOperation operation : List.of(OktaUsersOperation.get, OktaUsersOperation.suspend)) {
                assertThatExceptionOfType(OktaUsersException.class)
                        .isThrownBy(() -> client().send(request(okta.url(), operation), CallContext.of(Priority.CALL)))
                        .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(status));
            }
            assertThat(posts(okta)).hasSize(1);
            assertThat(gets(okta)).hasSize(1 + looks(status));
            assertThat(okta.connections()).isEqualTo(1);
        }
    }

    /** Whether Okta suspended the user is in doubt after a server error, so the user is looked at, once. */
    private static int looks(int status) {
        return status == 429 ? 0 : 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void a_redirect_is_not_followed_and_nothing_reaches_the_other_host(int status) throws Exception {
        try (RawServer other = RawServer.answering(answer("200 OK", "{}"));
                RawServer okta = RawServer.answering(answer(
                        status + " Moved", "", "Location: http://localhost:" + other.port() + "/api/v1/users/me"))) {
            assertThatExceptionOfType(OktaUsersException.class)
                    .isThrownBy(() ->
                            client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL)))
                    .withMessage("get failed: Okta answered %d; a redirect is not followed: check orgUrl", status)
                    .satisfies(e -> assertThat(e.isRetryable()).isFalse());
            assertThat(other.connections()).isZero();
            assertThat(okta.requests()).hasSize(1);
        }
    }

    @Test
    void a_cookie_is_never_sent_back() throws Exception {
        try (RawServer okta = RawServer.answering(answer("200 OK", "{}", "Set-Cookie: JSESSIONID=1; Path=/"))) {
            client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL));
            client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL));
            assertThat(okta.requests()).hasSize(2).noneMatch(request -> request.toLowerCase()
                    .contains("cookie"));
        }
    }

    @Test
    void a_configurer_is_called_and_cannot_bring_retries_redirects_or_cookies_back() throws Exception {
        configurer = builder -> builder.setDefaultHeaders(List.of(new BasicHeader("X-Mine", "1")))
                .setRetryStrategy(new DefaultHttpRequestRetryStrategy(5, TimeValue.ofMilliseconds(1)))
                .setRedirectStrategy(new DefaultRedirectStrategy())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setRedirectsEnabled(true).build())
                .setDefaultCookieStore(new BasicCookieStore());
        try (RawServer other = RawServer.answering(answer("200 OK", "{}"));
                RawServer okta = new RawServer((request, out, connection) -> RawServer.write(
                        out,
                        request.startsWith("POST")
                                ? answer("503 No", "{}", "Set-Cookie: a=b; Path=/")
                                : answer("302 No", "{}", "Location: " + "http://127.0.0.1:" + other.port())))) {
            for (OktaUsersOperation operation : List.of(OktaUsersOperation.suspend, OktaUsersOperation.get)) {
                assertThatExceptionOfType(OktaUsersException.class)
                        .isThrownBy(() -> client().send(request(okta.url(), operation), CallContext.of(Priority.CALL)));
            }
            assertThat(posts(okta)).hasSize(1);
            assertThat(gets(okta)).hasSize(1 + looks(503));
            assertThat(okta.requests())
                    .allMatch(request -> request.contains("\r\nX-Mine: 1"))
                    .noneMatch(request -> request.contains("\r\nCookie"));
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void a_line_break_in_a_header_adds_no_header() throws Exception {
        try (RawServer okta = RawServer.answering(answer("200 OK", "{}"))) {
            OktaRequest request = request(okta.url(), OktaUsersOperation.update)
                    .withHeaders(Map.of("If-Match", "x\r\nX-Evil: 1\r\n\r\nGET / HTTP/1.1"));
            try {
                client().send(request, CallContext.of(Priority.CALL));
            } catch (OktaUsersException | IllegalArgumentException refused) {
                assertThat(okta.requests()).isEmpty();
            }
            assertThat(okta.requests()).hasSizeLessThan(2).noneMatch(sent -> sent.contains("\r\nX-Evil"));
        }
    }

    @Test
    void headers_of_the_answer_are_kept_line_by_line() throws Exception {
        try (RawServer okta =
                RawServer.answering(answer("200 OK", "[]", "Link: <a>; rel=self", "link: <b>; rel=next"))) {
            OktaResponse response =
                    client().send(request(okta.url(), OktaUsersOperation.list), CallContext.of(Priority.CALL));
            assertThat(response.headers("LINK")).containsExactly("<a>; rel=self", "<b>; rel=next");
            assertThat(response.header("Content-type")).contains("application/json");
            assertThat(response.number("Content-Length")).hasValue(2);
            assertThat(response.number("Content-Type")).isEmpty();
            assertThat(response.number("Nothing")).isEmpty();
        }
    }

    /** As a proxy may send it. */
    @Test
    void an_answer_without_a_body_may_have_any_type() throws Exception {
        try (RawServer okta =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n")) {
            OktaResponse response =
                    client().send(request(okta.url(), OktaUsersOperation.suspend), CallContext.of(Priority.CALL));
            assertThat(response.hasBody()).isFalse();
        }
    }
}
