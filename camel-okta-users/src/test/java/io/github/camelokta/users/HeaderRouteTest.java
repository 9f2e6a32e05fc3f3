/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaUsersException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRouteTest extends RouteFixture {
    private static final String USER = "/api/v1/users/" + ID;

    @Test
    void an_answer_shows_itself_in_headers() {
        answer(
                USER,
                aResponse()
                        .withStatus(200)
                        .withHeader("x-okta-request-id", "req1")
                        .withHeader("ETag", "W/\"1\"")
                        .withHeader("X-Rate-Limit-Limit", "600")
                        .withHeader("X-Rate-Limit-Remaining", "599")
                        .withHeader("X-Rate-Limit-Reset", "1764000000")
                        .withHeader("CamelOktaUsersUserId", "evil")
                        .withBody("{}"));
        assertThat(sent("okta-users:get?userId=" + ID).getMessage().getHeaders())
                .isEqualTo(Map.of(
                        "CamelOktaUsersStatusCode",
                        200,
                        "CamelOktaUsersRequestId",
                        "req1",
                        "CamelOktaUsersETag",
                        "W/\"1\"",
                        "CamelOktaUsersRateLimitLimit",
                        600L,
                        "CamelOktaUsersRateLimitRemaining",
                        599L,
                        "CamelOktaUsersRateLimitReset",
                        1764000000L));
    }

    @Test
    void headers_of_an_earlier_call_are_gone_even_if_the_next_one_fails() {
        Map<String, Object> earlier = new HashMap<>();
        for (String name : new String[] {
            "StatusCode",
            "RequestId",
            "ETag",
            "NextAfter",
            "Changed",
            "RateLimitLimit",
            "RateLimitRemaining",
            "RateLimitReset"
        }) {
            earlier.put("CamelOktaUsers" + name, "earlier");
        }
        earlier.put("mine", "kept");
        answer(USER, aResponse().withStatus(200).withBody("{}").withHeader("X-Rate-Limit-Limit", "many"));
        assertThat(sent("okta-users:get?userId=" + ID, null, earlier)
                        .getMessage()
                        .getHeaders())
                .isEqualTo(Map.of("mine", "kept", "CamelOktaUsersStatusCode", 200));
        answer(USER, error(500, "E0000009"));
        assertThat(send("okta-users:get?userId=" + ID, null, earlier)
                        .getMessage()
                        .getHeaders())
                .isEqualTo(Map.of("mine", "kept"));
        assertThat(send("okta-users:get", null, earlier).getMessage().getHeaders())
                .as("a call that is refused before it is sent")
                .isEqualTo(Map.of("mine", "kept"));
    }

    @Test
    void If_Match_is_sent_once() {
        json(USER, "{}");
        Exchange exchange = sent("okta-users:update?userId=" + ID, "{}", Map.of("CamelOktaUsersIfMatch", "W/\"1\""));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelOktaUsersIfMatch");
        okta.verify(putRequestedFor(urlEqualTo(USER)).withHeader("If-Match", equalTo("W/\"1\"")));
    }

    @Test
    void If_Match_and_After_stay_for_a_redelivery_when_the_call_fails() throws Exception {
        answer(USER, error(412, "E0000231"));
        assertThat(send("okta-users:update?userId=" + ID, "{}", Map.of("CamelOktaUsersIfMatch", "W/\"1\""))
                        .getMessage()
                        .getHeaders())
                .containsEntry("CamelOktaUsersIfMatch", "W/\"1\"");

        answer("/api/v1/users?after=c", error(503, "E0000010"));
        route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(OktaUsersException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(0)
                        .onRedelivery(exchange -> json("/api/v1/users?after=c", "[]"));
                from("direct:in").to("okta-users:list?paging=page");
            }
        });
        Exchange exchange = sent("direct:in", null, Map.of("CamelOktaUsersAfter", "c"));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelOktaUsersAfter");
        assertThat(lines()).endsWith("GET /api/v1/users?after=c", "GET /api/v1/users?after=c");
    }

    @Test
    void a_header_wins_over_the_option_and_a_foreign_one_is_ignored() {
        json(USER + "?expand=header", "{}");
        sent(
                "okta-users:get?userId=somebody&expand=option",
                null,
                Map.of(
                        "CamelOktaUsersUserId", ID,
                        "CamelOktaUsersExpand", "header",
                        "CamelOktaUsersRoleId", "foreign",
                        "CamelOktaUsersOperation", "deactivateOrDelete",
                        "CamelHttpMethod", "DELETE",
                        "CamelHttpUri", "http://evil.example.com",
                        "Authorization", "Basic evil"));
        assertThat(lines()).containsExactly("GET " + USER + "?expand=header");
    }

    @Test
    void headers_of_the_message_do_not_reach_Okta() {
        json(USER, "{}");
        sent("okta-users:get?userId=" + ID, "body", Map.of("X-Mine", "secret", "Cookie", "a=b", "Authorization", "x"));
        okta.getAllServeEvents().forEach(event -> {
            assertThat(event.getRequest().containsHeader("X-Mine")).isFalse();
            assertThat(event.getRequest().containsHeader("Cookie")).isFalse();
            assertThat(event.getRequest().getHeader("Authorization")).isEqualTo("SSWS " + TOKEN);
            assertThat(event.getRequest().getBodyAsString()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DryRun", "Idempotent", "NotFound", "DeletePolicy", "Paging", "ResultFormat"})
    void a_header_that_looks_like_an_option_is_refused(String name) {
        for (String uri : List.of("okta-users:suspend?userId=" + ID, "okta-users:ensure")) {
            assertThat(refusal(uri, "{}", Map.of("CamelOktaUsers" + name, true)))
                    .startsWith("Header CamelOktaUsers" + name
                            + " is no parameter and would change nothing: set the option ");
        }
        assertThat(lines()).isEmpty();
    }

    @Test
    void the_header_of_an_earlier_dry_run_is_ignored() throws Exception {
        answer(
                "/api/v1/users/" + ID + "/lifecycle/suspend",
                aResponse().withStatus(200).withBody("{}"));
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:twice")
                        .to("okta-users:suspend?dryRun=true&userId=" + ID)
                        .to("okta-users:suspend?userId=" + ID);
            }
        });
        sent("direct:twice");
        assertThat(lines()).containsExactly("POST /api/v1/users/" + ID + "/lifecycle/suspend");
    }

    @Test
    void a_blank_header_is_none() {
        okta.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("{}")));
        sent("okta-users:partialUpdate?userId=" + ID, "\uFEFF{}", Map.of("CamelOktaUsersIfMatch", " "));
        assertThat(okta.getAllServeEvents().get(0).getRequest().containsHeader("If-Match"))
                .isFalse();
        assertThat(okta.getAllServeEvents().get(0).getRequest().getBodyAsString())
                .isEqualTo("{}");
        okta.resetRequests();
        okta.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("[]")));
        sent("okta-users:list?search=status pr", null, Map.of("CamelOktaUsersSearch", " "));
        assertThat(lines()).containsExactly("GET /api/v1/users?limit=200&search=status%20pr");
    }
}
