/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** notFound=null: a 404 alone does not prove that a thing is gone. */
class NotFoundInterceptorTest extends GuardFixture {
    private static final String USER = "/api/v1/users/u1";
    private final NotFoundInterceptor guard = new NotFoundInterceptor(okta);

    /** Row, values, what the probe reads, an element that shows that the thing is still there, one of another thing. */
    static Stream<Arguments> removals() {
        String targets = USER + "/roles/r1/targets/";
        return Stream.of(
                removal("removeRole", List.of("u1", "r1"), "/roles", "{'id':'r1'}", "{'id':'r2'}"),
                removal(
                        "removeAppTarget",
                        List.of("u1", "r1", "sales"),
                        targets + "catalog/apps?limit=200",
                        "{'name':'sales'}",
                        "{'name':'sales','id':'0oa1'}"),
                removal(
                        "removeAppInstanceTarget",
                        List.of("u1", "r1", "sales", "0oa1"),
                        targets + "catalog/apps?limit=200",
                        "{'name':'sales','id':'0oa1'}",
                        "{'name':'sales','id':'0oa2'}"),
                removal(
                        "removeGroupTarget",
                        List.of("u1", "r1", "00g1"),
                        targets + "groups?limit=200",
                        "{'id':'00g1'}",
                        "{'id':'00g2'}"),
                removal("revokeGrant", List.of("u1", "g1"), "/grants?limit=200", "{'id':'g1'}", "{'id':'g2'}"),
                removal("revokeGrants", List.of("u1"), "/grants?limit=200", "{'id':'g1'}", null),
                removal("revokeClientGrants", List.of("u1", "c1"), "/clients/c1/grants?limit=200", "{'id':'g1'}", null),
                removal(
                        "revokeRefreshToken",
                        List.of("u1", "c1", "t1"),
                        "/clients/c1/tokens?limit=200",
                        "{'id':'t1'}",
                        "{'id':'t2'}"),
                removal(
                        "revokeRefreshTokens",
                        List.of("u1", "c1"),
                        "/clients/c1/tokens?limit=200",
                        "{'id':'t1'}",
                        null),
                removal("removeLinkedObject", List.of("u1", "boss"), "/linkedObjects/boss", "{'_links':{}}", null));
    }

    private static Arguments removal(String name, List<String> values, String read, String same, String other) {
        String path = read.startsWith(USER) ? read : USER + read;
        return Arguments.of(
                OktaUsersOperation.valueOf(name),
                values,
                "GET " + path,
                same.replace('\'', '"'),
                other == null ? "" : other.replace('\'', '"'));
    }

    @Test
    void every_row_that_can_be_judged_and_is_no_read_is_tested_here() {
        assertThat(removals().map(arguments -> arguments.get()[0]))
                .containsExactlyInAnyOrderElementsOf(Stream.of(OktaUsersOperation.values())
                        .filter(NotFoundInterceptor::judges)
                        .filter(row -> !row.method().name().equals("GET"))
                        .map(row -> (Object) row)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void a_404_counts_if_a_read_shows_that_the_thing_is_gone(
            OktaUsersOperation row, List<String> values, String read, String same, String other) {
        answer(read, 200, "[" + other + "]");
        assertThat(send(row, values).status()).isEqualTo(404);
        assertThat(sent).hasSize(2).contains(read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void a_404_stays_an_error_if_the_thing_is_still_there(
            OktaUsersOperation row, List<String> values, String read, String same, String other) {
        answer(read, 200, "[" + (other.isEmpty() ? "" : other + ",") + same + "]");
        assertRefused(row, values);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void a_404_stays_an_error_if_the_thing_is_on_a_later_page(
            OktaUsersOperation row, List<String> values, String read, String same, String other) {
        answer(read, 200, "[]", "https://acme.okta.com/next");
        answer("GET /next", 200, "[" + same + "]");
        assertRefused(row, values);
        assertThat(sent).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void a_404_stays_an_error_if_the_user_is_gone(OktaUsersOperation row, List<String> values) {
        assertRefused(row, values);
        assertThat(sent).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"id\":\"x\"}", "\"\"", "<html></html>", "[{\"id\":"})
    void a_404_stays_an_error_if_the_read_gives_no_list(String body) {
        for (Arguments removal : removals().toList()) {
            answer((String) removal.get()[2], 200, body);
            @SuppressWarnings("unchecked")
            List<String> values = (List<String>) removal.get()[1];
            assertRefused((OktaUsersOperation) removal.get()[0], values);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"^get.*", "^list.*"})
    void a_404_of_a_read_is_an_answer_without_a_body(OktaUsersOperation row) {
        OktaResponse response =
                send(row, row.pathParams().stream().map(Enum::name).toList());
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_404_of_a_later_page_is_an_error_since_the_list_would_be_cut_there() {
        OktaRequest next = request(OktaUsersOperation.listGrants, "u1").withTarget("/api/v1/users/u1/grants?after=1");
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> guard.send(next, CallContext.of(Priority.CALL)))
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(404));
    }

    @Test
    void another_error_than_404_stays_one() {
        answer("GET /api/v1/users/u1", 403, "");
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> send(OktaUsersOperation.get, List.of("u1")))
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(403));
    }

    private void assertRefused(OktaUsersOperation row, List<String> values) {
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> send(row, values))
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(404))
                .satisfies(e -> assertThat(e.getOperation()).isEqualTo(row.name()));
    }

    private OktaResponse send(OktaUsersOperation row, List<String> values) {
        return guard.send(request(row, values.toArray(String[]::new)), CallContext.of(Priority.CALL));
    }
}
