/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.consumer.changes.source.SearchedUsers;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something is absent only if Okta says so by its own body and code: a gateway between answers 404 too. */
class AbsenceTest extends RouteFixture {
    private static final String USER = "/api/v1/users/" + ID;

    /** Who answers 404. */
    enum Foreign {
        NGINX("<html><head><title>404 Not Found</title></head></html>"),
        NOTHING(""),
        API_GATEWAY("{\"message\":\"no Route matched with those values\"}"),
        /** Okta's, of a path that it does not serve. */
        OTHER_CODE("{\"errorCode\":\"E0000008\",\"errorSummary\":\"no\",\"errorCauses\":[]}");

        private final ResponseDefinitionBuilder answer;

        Foreign(String body) {
            answer = aResponse().withStatus(404).withBody(body);
        }
    }

    private void assertFails(Exchange exchange, String... lines) {
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(OktaUsersException.class, e -> assertThat(e.isNotFound())
                        .isFalse());
        assertThat(exchange.getMessage().getBody()).isEqualTo("before");
        assertThat(lines()).containsExactly(lines);
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    void a_foreign_404_makes_no_empty_answer_of_a_read(Foreign foreign) {
        answer(USER, foreign.answer);
        assertFails(send("okta-users:get?notFound=null&userId=" + ID), "GET " + USER);
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    void nor_of_a_list(Foreign foreign) {
        answer("/api/v1/users/u/grants?limit=200", foreign.answer);
        assertFails(send("okta-users:listGrants?notFound=null&userId=u"), "GET /api/v1/users/u/grants?limit=200");
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    void nor_of_a_removal_and_nobody_looks(Foreign foreign) {
        answer("/api/v1/users/u/grants/g", foreign.answer);
        answer("/api/v1/users/u/grants?limit=200", aResponse().withBody("[]"));
        for (String option : List.of("notFound=null", "idempotent=true")) {
            okta.resetRequests();
            assertFails(send("okta-users:revokeGrant?userId=u&grantId=g&" + option), "DELETE /api/v1/users/u/grants/g");
        }
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    void ensure_creates_nobody_after_it(Foreign foreign) {
        answer("/api/v1/users/ann%40acme.com", foreign.answer);
        answer(USER, foreign.answer);
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("profile", Map.of("login", "ann@acme.com", "email", "ann@acme.com"), "status", "ACTIVE"),
                Map.of("id", ID, "profile", Map.of("login", "ann@acme.com"), "status", "ACTIVE"))) {
            okta.resetRequests();
            Exchange exchange = send("okta-users:ensure", wanted, Map.of());
            assertThat(exchange.getException()).isInstanceOf(OktaUsersException.class);
            assertThat(lines()).hasSize(1).allMatch(line -> line.startsWith("GET "));
        }
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    void a_consumer_takes_nobody_for_deleted(Foreign foreign) {
        answer(USER, foreign.answer);
        OktaUsersEndpoint endpoint = context.getEndpoint("okta-users:get?userId=" + ID, OktaUsersEndpoint.class);
        SearchedUsers users =
                new SearchedUsers(endpoint.client(), OrgUrl.parse(okta.baseUrl()), null, null, System::nanoTime);
        assertThatExceptionOfType(OktaUsersException.class).isThrownBy(() -> users.find(ID));
        answer(USER, error(404, "E0000007"));
        assertThat(users.find(ID)).isEmpty();
    }

    @Test
    void the_message_says_that_the_404_is_not_Oktas() {
        answer(USER, Foreign.NGINX.answer);
        assertThat(send("okta-users:get?userId=" + ID).getException())
                .hasMessageContaining("Okta answered 404: the answer holds no error of Okta's")
                .hasMessageContaining("check orgUrl and the proxy");
        answer(USER, error(404, "E0000007"));
        assertThat(send("okta-users:get?userId=" + ID).getException())
                .hasMessageContaining("404 E0000007: not found; check the ids")
                .isInstanceOfSatisfying(OktaUsersException.class, e -> assertThat(e.isNotFound())
                        .isTrue());
    }
}
