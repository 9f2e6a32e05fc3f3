/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.api.OktaUsersException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** resultFormat and outputClass, for objects and for lists. */
class ResultRouteTest extends RouteFixture {
    private static final String USER = "{\"id\":\"00u1\",\"profile\":{\"city\":\"Zürich\"},\"new\":null}";

    public record User(String id, Map<String, Object> profile) {}

    @Test
    void an_object_is_handed_over_in_every_format() throws Exception {
        json("/api/v1/users/00u1", USER);
        assertThat(body("get?userId=00u1")).isInstanceOf(Map.class).isEqualTo(body("get?userId=00u1&resultFormat=map"));
        assertThat(((Map<?, ?>) body("get?userId=00u1")).get("profile")).isEqualTo(Map.of("city", "Zürich"));
        assertThat((JsonNode) body("get?userId=00u1&resultFormat=json")).hasToString(USER);
        assertThat(body("get?userId=00u1&resultFormat=string")).isEqualTo(USER);
        assertThat(body("get?userId=00u1&resultFormat=bytes")).isEqualTo(USER.getBytes(UTF_8));
        assertThat(text(body("get?userId=00u1&resultFormat=stream"))).isEqualTo(USER);
        assertThat(body("get?userId=00u1&outputClass=" + User.class.getName()))
                .isEqualTo(new User("00u1", Map.of("city", "Zürich")));
    }

    @Test
    void a_list_is_handed_over_in_every_format_and_over_several_pages() throws Exception {
        json("/api/v1/users?limit=200", "[" + USER + ",{'id':'00u2'}]", "/api/v1/users?after=2");
        json("/api/v1/users?after=2", " [ ] ", "/api/v1/users?after=3");
        json("/api/v1/users?after=3", "[{'id' : '00u3'}]");
        String all = "[" + USER + ",{\"id\":\"00u2\"},{\"id\" : \"00u3\"}]";

        List<?> maps = (List<?>) body("list");
        assertThat(maps).hasSize(3).allSatisfy(user -> assertThat(user).isInstanceOf(Map.class));
        List<?> nodes = (List<?>) body("list?resultFormat=json");
        assertThat(nodes).hasSize(3).allSatisfy(user -> assertThat(user).isInstanceOf(JsonNode.class));
        assertThat(body("list?resultFormat=string")).isEqualTo(all);
        assertThat(body("list?resultFormat=bytes")).isEqualTo(all.getBytes(UTF_8));
        assertThat(text(body("list?resultFormat=stream"))).isEqualTo(all);
        assertThat((List<?>) body("list?outputClass=" + User.class.getName()))
                .isEqualTo(List.of(
                        new User("00u1", Map.of("city", "Zürich")), new User("00u2", null), new User("00u3", null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"map | []", "json | []", "string | '[]'", "bytes | '[]'", "stream | '[]'"})
    void an_empty_list_is_an_empty_list(String format, String text) throws Exception {
        json("/api/v1/users/00u1/groups", "[]");
        Object body = body("listGroups?userId=00u1&resultFormat=" + format);
        assertThat(body instanceof List<?> list ? list.toString() : text(body)).isEqualTo(text);
    }

    @Test
    void a_stream_can_be_read_twice_and_holds_no_connection() throws Exception {
        json("/api/v1/users/00u1", USER);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("okta-users:get?userId=00u1&resultFormat=stream")
                        .log("${body}")
                        .log("${body}");
            }
        });
        assertThat(text(sent("direct:in").getMessage().getBody())).isEqualTo(USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "deactivate", "resetFactors", "clearSessions", "revokeGrants"})
    void a_row_that_returns_nothing_leaves_the_body_alone(String operation) {
        okta.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("{}")));
        assertThat(body(operation + "?userId=00u1")).isEqualTo("before");
    }

    @Test
    void an_object_row_with_an_empty_answer_gives_null() {
        answer("/api/v1/users/00u1", aResponse().withStatus(204));
        for (String format : List.of("map", "json", "string", "bytes", "stream")) {
            assertThat(body("get?userId=00u1&resultFormat=" + format))
                    .as(format)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Canary</html>",
                "[]",
                "[{\"canary\":1}]",
                "\"canary\"",
                "17",
                "null",
                "{\"canary\":",
                "{\"id\":1} canary",
            })
    void an_answer_that_is_no_object_is_an_error_in_every_format_and_not_quoted(String body) {
        answer("/api/v1/users/00u1", aResponse().withStatus(200).withBody(body));
        for (String format : List.of("map", "json", "string", "bytes", "stream")) {
            assertUnreadable("get?userId=00u1&resultFormat=" + format, "get", "User");
        }
        assertUnreadable("get?userId=00u1&outputClass=" + User.class.getName(), "get", "User");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Canary</html>",
                "",
                "{}",
                "{\"canary\":1}",
                "null",
                "[1]",
                "[null]",
                "[[]]",
                "[{\"canary\":1}",
                "[{\"id\":1}] canary",
                "[][]",
            })
    void an_answer_that_is_no_list_of_objects_is_an_error_in_every_format_and_not_quoted(String body) {
        answer("/api/v1/users/00u1/groups", aResponse().withStatus(200).withBody(body));
        for (String format : List.of("map", "json", "string", "bytes", "stream")) {
            assertUnreadable("listGroups?userId=00u1&resultFormat=" + format, "listGroups", "Group");
            assertUnreadable("listGroups?userId=00u1&paging=stream&resultFormat=" + format, "listGroups", "Group");
        }
        assertUnreadable("listGroups?userId=00u1&outputClass=" + User.class.getName(), "listGroups", "Group");
    }

    private void assertUnreadable(String uri, String operation, String type) {
        Exchange exchange = send("okta-users:" + uri);
        assertThat(exchange.getException())
                .as(uri)
                .isInstanceOf(OktaUsersException.class)
                .hasMessage("%s failed: Okta's answer 200 cannot be read as the expected %s", operation, type)
                .hasNoCause();
        assertThat(exchange.getMessage().getBody()).isEqualTo("before");
    }

    @Test
    void an_outputClass_that_does_not_exist_is_named() {
        assertThat(refusal("okta-users:get?userId=00u1&outputClass=com.acme.Nobody"))
                .isEqualTo("Option outputClass names com.acme.Nobody, which is not on the class path: give the fully"
                        + " qualified name of a class that is");
    }

    @Test
    void outputClass_goes_with_map_alone() {
        assertThat(refusal("okta-users:get?userId=00u1&resultFormat=json&outputClass=" + User.class.getName()))
                .isEqualTo("outputClass binds results to a class and goes with resultFormat=map only: remove one of"
                        + " the two");
    }

    private Object body(String uri) {
        return sent("okta-users:" + uri).getMessage().getBody();
    }

    private String text(Object body) throws Exception {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        if (body instanceof InputStream in) {
            assertThatCode(in::available).doesNotThrowAnyException();
            return new String(in.readAllBytes(), UTF_8);
        }
        return body instanceof byte[] bytes ? new String(bytes, UTF_8) : (String) body;
    }
}
