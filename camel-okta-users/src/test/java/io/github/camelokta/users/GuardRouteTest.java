/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaUsersException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** deletePolicy and notFound, from end to end. */
class GuardRouteTest extends RouteFixture {
    private static final String USER = "/api/v1/users/" + ID;

    @ParameterizedTest
    @CsvSource({
        "deactivate, ACTIVE, GET DELETE",
        "deactivate, DEPROVISIONED, GET",
        "delete, DEPROVISIONED, GET DELETE",
        "raw, ACTIVE, DELETE",
        "raw, DEPROVISIONED, DELETE",
    })
    void a_policy_decides_what_is_sent(String policy, String status, String expected) {
        json(USER, "{'id':'" + ID + "','status':'" + status + "'}");
        json(USER + "?sendEmail=true", "");
        Exchange exchange = sent(
                "okta-users:deactivateOrDelete?sendEmail=true&deletePolicy=" + policy,
                "before",
                Map.of("CamelOktaUsersUserId", ID));
        assertThat(lines().stream().map(line -> line.split(" ")[0])).containsExactly(expected.split(" "));
        assertThat(exchange.getMessage().getBody()).isEqualTo("before");
        boolean changed = expected.contains("DELETE");
        assertThat(exchange.getMessage().getHeader("CamelOktaUsersChanged")).isEqualTo(changed ? null : false);
        assertThat(exchange.getMessage().getHeader("CamelOktaUsersStatusCode")).isEqualTo(changed ? 200 : null);
    }

    @Test
    void delete_refuses_a_user_who_is_active_and_sends_nothing() {
        json(USER, "{'id':'" + ID + "','status':'ACTIVE'}");
        assertThat(send("okta-users:deactivateOrDelete?deletePolicy=delete&userId=" + ID)
                        .getException())
                .isInstanceOf(OktaUsersException.class)
                .hasMessageEndingWith("no DELETE was sent");
        assertThat(lines()).containsExactly("GET " + USER);
    }

    @ParameterizedTest
    @CsvSource({"deactivate", "delete", "raw"})
    void a_login_is_refused_whatever_the_policy(String policy) {
        assertThat(refusal(
                        "okta-users:deactivateOrDelete?deletePolicy=" + policy,
                        null,
                        Map.of("CamelOktaUsersUserId", "anna@acme.com")))
                .startsWith("deactivateOrDelete takes a user's id");
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"deactivate", "delete", "raw"})
    void no_failure_of_a_DELETE_is_retryable(String policy) {
        answer(USER, error(503, "E0000010"));
        assertThat(send("okta-users:deactivateOrDelete?deletePolicy=" + policy + "&userId=" + ID)
                        .getException())
                .isInstanceOfSatisfying(OktaUsersException.class, e -> {
                    assertThat(e.isRetryable()).isFalse();
                    assertThat(e.getOperation()).isEqualTo("deactivateOrDelete");
                    assertThat(e.getStatusCode()).isEqualTo(503);
                });
    }

    @Test
    void a_404_is_an_error_by_default_and_null_where_that_is_asked_for() {
        answer(USER, error(404, "E0000007"));
        assertThat(send("okta-users:get?userId=" + ID).getException()).hasMessageContaining("404 E0000007");
        assertThat(send("okta-users:get?notFound=error&userId=" + ID).getException())
                .isInstanceOf(OktaUsersException.class);
        Exchange exchange = sent("okta-users:get?notFound=null&userId=" + ID);
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelOktaUsersStatusCode")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"all, map", "page, string", "stream, map"})
    void so_it_is_for_a_list(String paging, String format) {
        String uri = "okta-users:listGrants?notFound=null&userId=u&paging=" + paging + "&resultFormat=" + format;
        answer("/api/v1/users/u/grants" + (paging.equals("page") ? "" : "?limit=200"), error(404, "E0000007"));
        Exchange exchange = sent(uri);
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelOktaUsersStatusCode")).isEqualTo(404);
    }

    @Test
    void a_list_that_breaks_off_with_a_404_is_not_cut() {
        json("/api/v1/users/u/grants?limit=200", "[{'id':'1'}]", "/api/v1/users/u/grants?after=2");
        answer("/api/v1/users/u/grants?after=2", error(404, "E0000007"));
        Exchange exchange = send("okta-users:listGrants?notFound=null&userId=u");
        assertThat(exchange.getException()).hasMessageContaining("404");
        assertThat(exchange.getMessage().getBody()).isEqualTo("before");
    }

    @Test
    void a_revocation_is_confirmed_by_a_read_and_the_body_is_null() {
        answer("/api/v1/users/u/grants/g", error(404, "E0000007"));
        answer("/api/v1/users/u/grants?limit=200", aResponse().withBody("[]"));
        Exchange exchange = sent("okta-users:revokeGrant?notFound=null&userId=u&grantId=g");
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(lines()).containsExactly("DELETE /api/v1/users/u/grants/g", "GET /api/v1/users/u/grants?limit=200");

        answer("/api/v1/users/u/grants?limit=200", error(404, "E0000007"));
        assertThat(send("okta-users:revokeGrant?notFound=null&userId=u&grantId=g")
                        .getException())
                .hasMessageContaining("revokeGrant failed: Okta answered 404");
    }
}
