/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong option is one clear sentence, when the route starts. */
class OptionRouteTest extends RouteFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getUser | okta-users knows no operation getUser: did you mean get?",
                "suspend?roleId=r | suspend takes no parameter [roleId]: remove it; suspend takes [userId]",
                "list?userId=u&paging=page | list takes no parameter [userId]: remove it; list takes [q, after, limit,",
                "get?userId=a b | Option userId holds white space, which is what Camel makes of + and %2B in a URI:",
                "get?userId=a%2Bb@acme.com | Option userId holds white space, which is what Camel makes of",
                "get?userId=.. | Option userId is a dot segment",
                "get?userId=a/b | Option userId holds / or ?",
                "deactivateOrDelete | deactivateOrDelete needs the option deletePolicy: deactivate, delete or raw",
                "deactivateOrDelete?deletePolicy=raw&userId=anna@acme.com | deactivateOrDelete takes a user's id",
                "suspend?notFound=null | notFound=null is for reads, and for operations that revoke or remove;",
                "get?notFound=nil | notFound is nil: set it to error or null",
                "get?maxResults=0 | maxResults must be 1 or more",
                "list?limit=0 | limit must be 1 or more",
                "list?limit=ten | limit must be 1 or more",
                "get?dpop=maybe&token=x&orgUrl=https://acme.okta.com | dpop is maybe: set it to auto, true or false",
                "get?token=x | Credentials are set on the endpoint but not orgUrl: set it there too",
                "get?orgUrl=http://acme.okta.com&token=x | Option orgUrl must start with https://",
                "get?orgUrl=https://acme.okta.com | An org is set on the endpoint but no credential: set token there",
            })
    void a_wrong_option_fails_the_start_with_one_sentence(String uri, String sentence) {
        assertThat(startFailure("okta-users:" + uri)).startsWith(sentence).doesNotContain("\n");
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create?activate=perhaps",
                "list?paging=pages",
                "list?maxResults=many",
                "get?resultFormat=xml",
                "deactivateOrDelete?deletePolicy=erase",
                "get?unknown=1",
            })
    void a_value_of_a_wrong_type_and_an_unknown_option_fail_the_start_by_name(String uri) {
        assertThatThrownBy(() ->
                        context.getEndpoint("okta-users:" + uri + "&token=" + TOKEN + "&orgUrl=" + okta.baseUrl()))
                .hasStackTraceContaining(uri.substring(uri.indexOf('?') + 1, uri.indexOf('=')))
                .satisfies(e -> {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain(TOKEN);
                    }
                });
    }

    @Test
    void an_operation_is_a_producer_and_no_consumer() {
        assertThatThrownBy(() -> {
                    route(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("okta-users:get").to("mock:x");
                        }
                    });
                })
                .hasStackTraceContaining("okta-users:get cannot be consumed from");
    }

    @ParameterizedTest
    @CsvSource({
        "proxyHost, proxyHost and proxyPort go together: set both or none",
        "proxyPort, proxyHost and proxyPort go together: set both or none",
        "maxConnections, maxConnections must be 1 or more",
        "maxAttempts, maxAttempts must be 1 or more",
        "maxWait, maxWait must be 0 ms or more",
        "maxResponseSize, maxResponseSize must be 1 or more",
        "connectTimeout, connectTimeout must be 1 ms or more",
        "responseTimeout, responseTimeout must be 1 ms or more",
    })
    void a_wrong_option_of_the_component_fails_its_start(String option, String sentence) throws Exception {
        try (CamelContext other = new DefaultCamelContext()) {
            OktaUsersComponent wrong = new OktaUsersComponent(other, name -> null);
            switch (option) {
                case "proxyHost" -> wrong.setProxyHost("proxy");
                case "proxyPort" -> wrong.setProxyPort(3128);
                case "maxConnections" -> wrong.setMaxConnections(0);
                case "maxAttempts" -> wrong.setMaxAttempts(0);
                case "maxWait" -> wrong.setMaxWait(-1);
                case "maxResponseSize" -> wrong.setMaxResponseSize(0);
                case "connectTimeout" -> wrong.setConnectTimeout(-1);
                default -> wrong.setResponseTimeout(0);
            }
            assertThatThrownBy(() -> {
                        other.addComponent("okta-users", wrong);
                        other.start();
                    })
                    .satisfies(e -> assertThat(root(e))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage(sentence));
        }
    }

    @Test
    void without_allowOperationHeader_the_header_changes_nothing() {
        json("/api/v1/users/u/lifecycle/suspend", "{}");
        sent("okta-users:suspend?userId=u", null, Map.of("CamelOktaUsersOperation", "deactivate"));
        assertThat(lines()).containsExactly("POST /api/v1/users/u/lifecycle/suspend");
    }

    @Test
    void with_it_the_header_chooses_and_the_URI_is_for_messages_without_one() {
        json("/api/v1/users/u/lifecycle/suspend", "{}");
        json("/api/v1/users/u/lifecycle/unsuspend", "{}");
        json("/api/v1/users/u/groups", "[]");
        String uri = "okta-users:suspend?userId=u&allowOperationHeader=true";
        sent(uri);
        sent(uri, null, Map.of("CamelOktaUsersOperation", "unsuspend"));
        sent(uri, null, Map.of("CamelOktaUsersOperation", "listGroups"));
        assertThat(lines())
                .containsExactly(
                        "POST /api/v1/users/u/lifecycle/suspend",
                        "POST /api/v1/users/u/lifecycle/unsuspend",
                        "GET /api/v1/users/u/groups");
    }

    @Test
    void a_header_cannot_choose_what_the_endpoint_is_not_set_up_for() {
        String uri = "okta-users:get?allowOperationHeader=true&userId=" + ID;
        assertThat(refusal(uri, null, Map.of("CamelOktaUsersOperation", "deactivateOrDelete")))
                .isEqualTo("deactivateOrDelete needs the option deletePolicy: deactivate, delete or raw");
        assertThat(refusal(uri, null, Map.of("CamelOktaUsersOperation", "getUser")))
                .isEqualTo("okta-users knows no operation getUser: did you mean get?");
        assertThat(refusal(uri + "&notFound=null", null, Map.of("CamelOktaUsersOperation", "suspend")))
                .startsWith("notFound=null is for reads");
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_operation_starts_in_a_route(OktaUsersOperation operation) throws Exception {
        String policy = operation == OktaUsersOperation.deactivateOrDelete ? "?deletePolicy=raw" : "";
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("okta-users:" + operation + policy);
            }
        });
        assertThat(lines()).isEmpty();
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private String startFailure(String uri) {
        try {
            route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(uri);
                }
            });
        } catch (Exception e) {
            Throwable root = root(e);
            if (root.getClass() == IllegalArgumentException.class) {
                return root.getMessage();
            }
            throw new IllegalStateException(e);
        }
        throw new AssertionError("the route has started");
    }
}
