/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaUsersException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** toD with parameters makes no endpoint per user. */
class ToDynamicRouteTest extends RouteFixture {

    @BeforeEach
    void anything() {
        okta.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("{}")));
    }

    @Test
    void a_hundred_users_are_one_endpoint() throws Exception {
        toD("okta-users:get?userId=${header.id}&resultFormat=string");
        for (int i = 0; i < 100; i++) {
            assertThat(sent("direct:in", null, Map.of("id", "00u" + i))
                            .getMessage()
                            .getHeaders())
                    .doesNotContainKey("CamelOktaUsersUserId");
        }
        assertThat(lines()).hasSize(100).contains("GET /api/v1/users/00u0", "GET /api/v1/users/00u99");
        assertThat(endpoints()).containsExactly("okta-users://get?resultFormat=string");
    }

    @Test
    void with_parameters_alone_the_endpoint_has_no_options() throws Exception {
        toD("okta-users:getRole?userId=${header.id}&roleId=${header.role}");
        sent("direct:in", null, Map.of("id", "00u1", "role", "r1"));
        assertThat(lines()).containsExactly("GET /api/v1/users/00u1/roles/r1");
        assertThat(endpoints()).containsExactly("okta-users://getRole");
    }

    @Test
    void headers_are_removed_after_a_failure_too() throws Exception {
        toD("okta-users:get?userId=${header.id}");
        okta.stubFor(any(anyUrl()).willReturn(error(500, "E0000009")));
        Exchange exchange = send("direct:in", null, Map.of("id", "00u1"));
        assertThat(exchange.getException()).isInstanceOf(OktaUsersException.class);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelOktaUsersUserId");
    }

    @Test
    void a_redelivery_sends_the_same_again() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(OktaUsersException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(0)
                        .onRedelivery(exchange -> okta.stubFor(
                                any(anyUrl()).willReturn(aResponse().withBody("{}"))));
                from("direct:in").toD("okta-users:get?userId=${header.id}");
            }
        });
        okta.stubFor(any(anyUrl()).willReturn(error(503, "E0000010")));
        sent("direct:in", null, Map.of("id", "00u1"));
        assertThat(lines()).containsExactly("GET /api/v1/users/00u1", "GET /api/v1/users/00u1");
    }

    @Test
    void the_URI_of_this_message_wins_over_an_older_header_which_stands_again_afterwards() throws Exception {
        toD("okta-users:unsuspend?userId=${header.id}");
        Map<String, Object> headers = Map.of("id", "00u1", "CamelOktaUsersUserId", "00u2");
        Exchange exchange = sent("direct:in", null, headers);
        assertThat(lines()).containsExactly("POST /api/v1/users/00u1/lifecycle/unsuspend");
        assertThat(exchange.getMessage().getHeader("CamelOktaUsersUserId")).isEqualTo("00u2");

        okta.stubFor(any(anyUrl()).willReturn(error(500, "E0000009")));
        Exchange failed = send("direct:in", null, headers);
        assertThat(failed.getException()).isInstanceOf(OktaUsersException.class);
        assertThat(failed.getMessage().getHeader("CamelOktaUsersUserId")).isEqualTo("00u2");
    }

    @Test
    void a_value_that_the_message_lacks_is_not_taken_from_an_older_header() throws Exception {
        toD("okta-users:unsuspend?userId=${header.id}");
        assertThat(refusal("direct:in", null, Map.of("CamelOktaUsersUserId", "00u2")))
                .startsWith("Header CamelOktaUsersUserId is blank");
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_value_is_decoded_once() throws Exception {
        toD("okta-users:suspend?userId=${body}");
        sent("direct:in", "ann%26bob@acme.com", Map.of());
        sent("direct:in", "ann&bob@acme.com", Map.of());
        sent("direct:in", "ann%2526bob@acme.com", Map.of());
        assertThat(lines())
                .containsExactly(
                        "POST /api/v1/users/ann%26bob%40acme.com/lifecycle/suspend",
                        "POST /api/v1/users/ann%26bob%40acme.com/lifecycle/suspend",
                        "POST /api/v1/users/ann%2526bob%40acme.com/lifecycle/suspend");
    }

    @Test
    void a_message_chooses_no_option() throws Exception {
        toD("okta-users:partialUpdate?userId=${header.uid}");
        String other = "u1&orgUrl=http:%2F%2F127.0.0.1:1&token=zz";
        assertThat(refusal("direct:in", "{}", Map.of("uid", other))).startsWith("Header CamelOktaUsersUserId holds /");
        sent("direct:in", "{}", Map.of("uid", "u1&dryRun=true"));
        assertThat(lines()).containsExactly("POST /api/v1/users/u1%26dryRun%3Dtrue");
    }

    @Test
    void a_value_does_not_close_RAW() throws Exception {
        toD("okta-users:suspend?userId=RAW(${header.uid})");
        sent("direct:in", null, Map.of("uid", "u1)&dryRun=true&q=RAW(x"));
        assertThat(lines()).containsExactly("POST /api/v1/users/u1%29%26dryRun%3Dtrue%26q%3DRAW%28x/lifecycle/suspend");
    }

    @Test
    void what_can_be_taken_apart_in_two_ways_is_refused() throws Exception {
        toD("okta-users:getRole?userId=${header.id}&roleId=${header.role}");
        assertThat(refusal("direct:in", null, Map.of("id", "a&roleId=b", "role", "c")))
                .isEqualTo(
                        "The URI of a toD can be taken apart in two ways, because a value holds text of the template:"
                                + " set its values as headers, such as CamelOktaUsersUserId, and write to(...)");
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okta-users:${header.x}",
                "okta-users:${header.x}?userId=00u1",
                "okta-users:get?${header.x}",
                "okta-users:get?userId=00u1&${header.x}"
            })
    void options_are_not_taken_from_the_message(String template) throws Exception {
        toD(template);
        assertThat(refusal("direct:in", null, Map.of("x", "suspend?userId=00u2&dryRun=true")))
                .endsWith("options stand in the template");
        assertThat(lines()).isEmpty();
    }

    @Test
    void an_option_that_is_no_parameter_takes_a_plain_value() throws Exception {
        toD("okta-users:get?userId=${header.id}&resultFormat=${header.format}");
        sent("direct:in", null, Map.of("id", "00u1", "format", "string"));
        assertThat(refusal("direct:in", null, Map.of("id", "00u1", "format", "string&dryRun=true")))
                .isEqualTo("The URI of a toD takes the option resultFormat from the message, and that holds a character"
                        + " with a meaning in a URI: set it in the template");
        assertThat(refusal("direct:in", null, Map.of("id", "00u1", "format", "#bean:x")))
                .contains("resultFormat");
        assertThat(lines()).containsExactly("GET /api/v1/users/00u1");
    }

    @Test
    void RAW_values_are_sent_as_they_are() throws Exception {
        toD("okta-users:get?userId=RAW(${header.id})&expand=RAW(a+b & c)");
        sent("direct:in", null, Map.of("id", "anna+1%@acme.com"));
        assertThat(lines()).containsExactly("GET /api/v1/users/anna%2B1%25%40acme.com?expand=a%2Bb%20%26%20c");
        assertThat(endpoints()).containsExactly("okta-users://get");
    }

    @Test
    void a_plus_sign_is_refused_with_the_advice_to_write_RAW() throws Exception {
        toD("okta-users:get?userId=${header.id}");
        for (String login : List.of("anna+1@acme.com", "anna%2B1@acme.com", "anna b@acme.com")) {
            assertThat(refusal("direct:in", null, Map.of("id", login)))
                    .isEqualTo("Option userId holds white space, which is what Camel makes of + and %2B in a URI:"
                            + " write userId=RAW(...) or set the header CamelOktaUsersUserId");
        }
        assertThat(lines()).isEmpty();
    }

    @Test
    void percent_signs_mean_what_they_mean_in_a_static_URI() throws Exception {
        toD("okta-users:get?userId=${header.id}&expand=x%2Fy");
        sent("direct:in", null, Map.of("id", "anna%40acme.com"));
        sent("direct:in", null, Map.of("id", "100%@acme.com"));
        sent("okta-users:get?userId=anna%40acme.com&expand=x%2Fy");
        sent("okta-users:get?userId=100%@acme.com&expand=x%2Fy");
        assertThat(lines())
                .containsExactly(
                        "GET /api/v1/users/anna%40acme.com?expand=x%2Fy",
                        "GET /api/v1/users/100%25%40acme.com?expand=x%2Fy",
                        "GET /api/v1/users/anna%40acme.com?expand=x%2Fy",
                        "GET /api/v1/users/100%25%40acme.com?expand=x%2Fy");
    }

    @Test
    void typed_parameters_go_the_same_way() throws Exception {
        toD("okta-users:resetPassword?userId=${header.id}&sendEmail=${header.mail}");
        sent("direct:in", null, Map.of("id", "00u1", "mail", false));
        assertThat(lines()).containsExactly("POST /api/v1/users/00u1/lifecycle/reset_password?sendEmail=false");
        assertThat(refusal("direct:in", null, Map.of("id", "00u1", "mail", "maybe")))
                .startsWith("Header CamelOktaUsersSendEmail is neither true nor false");
    }

    @Test
    void a_dynamic_operation_is_an_endpoint_each() throws Exception {
        toD("okta-users:${header.what}?userId=${header.id}");
        sent("direct:in", null, Map.of("what", "suspend", "id", "00u1"));
        sent("direct:in", null, Map.of("what", "unsuspend", "id", "00u1"));
        sent("direct:in", null, Map.of("what", "suspend", "id", "00u2"));
        assertThat(endpoints()).containsExactlyInAnyOrder("okta-users://suspend", "okta-users://unsuspend");
    }

    @Test
    void an_org_and_a_token_in_the_URI_stay_options() throws Exception {
        toD("okta-users:get?userId=${header.id}&orgUrl=" + okta.baseUrl() + "&token=RAW(00+other)");
        sent("direct:in", null, Map.of("id", "00u1"));
        assertThat(okta.getAllServeEvents().get(0).getRequest().getHeader("Authorization"))
                .isEqualTo("SSWS 00+other");
    }

    private void toD(String uri) throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD(uri);
            }
        });
    }

    private List<String> endpoints() {
        return context.getEndpoints().stream()
                .map(Object::toString)
                .filter(uri -> uri.startsWith("okta-users"))
                .toList();
    }
}
