/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.users.support.RememberedSpans;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** What spans of Camel's telemetry tell of our endpoints. */
class SpanTest extends ObservedFixture {
    private final RememberedSpans spans = new RememberedSpans();

    private void startTraced(RouteBuilder... routes) throws Exception {
        spans.init(context);
        start(routes);
    }

    @Test
    void a_call_tells_its_operation_status_and_attempts() throws Exception {
        startTraced();

        call("suspend", ann.id());

        assertThat(spans.of("okta-users:suspend"))
                .containsEntry("okta.operation", "suspend")
                .containsEntry("http.status_code", "200")
                .containsEntry("okta.attempts", "1")
                .containsEntry("component", "camel-okta-users")
                .containsEntry("server.address", okta.orgUrl())
                .doesNotContainKey("okta.error.code")
                .doesNotContainKey("error");
        assertThat(spans.of("okta-users:suspend").toString()).doesNotContain(ann.id(), TOKEN);
    }

    @Test
    void a_call_that_was_sent_again_tells_how_often() throws Exception {
        component.setMaxAttempts(2);
        component.setMaxWait(60_000);
        okta.failNext("GET", "/api/v1/users/*", Fault.unavailable());
        startTraced();

        call("get", LOGIN);

        assertThat(spans.of("okta-users:get"))
                .containsEntry("http.status_code", "200")
                .containsEntry("okta.attempts", "2");
        assertThat(spans.of("okta-users:get").toString()).doesNotContain(LOGIN);
    }

    @Test
    void a_call_that_fails_tells_why() throws Exception {
        startTraced();

        call("get", "nobody@example.com");

        assertThat(spans.of("okta-users:get"))
                .containsEntry("error", "true")
                .containsEntry("http.status_code", "404")
                .containsEntry("okta.error.code", "E0000007")
                .containsEntry("okta.attempts", "1");
        assertThat(spans.of("okta-users:get").toString()).doesNotContain("nobody");
    }

    @Test
    void the_operation_is_that_of_the_header_where_that_is_allowed() throws Exception {
        startTraced();

        context.createFluentProducerTemplate()
                .to("okta-users:get?allowOperationHeader=true")
                .withHeaders(Map.of(OktaUsersConstants.OPERATION, "suspend", OktaUsersConstants.USER_ID, ann.id()))
                .send();

        assertThat(spans.of("okta-users:suspend")).containsEntry("okta.operation", "suspend");
    }

    @Test
    void a_consumer_s_span_does_not_tell_the_status_of_a_call_in_its_route() throws Exception {
        startTraced(new RouteBuilder() {
            @Override
            public void configure() {
                from("okta-users:list?initialDelay=0&delay=1h")
                        .setHeader(OktaUsersConstants.USER_ID, simple("${body[id]}"))
                        .to("okta-users:clearSessions")
                        .to("mock:done");
            }
        });
        await().until(() -> spans.isEnded("okta-users:list"));

        assertThat(spans.of("okta-users:clearSessions")).containsEntry("http.status_code", "204");
        assertThat(spans.of("okta-users:list"))
                .containsEntry("okta.operation", "list")
                .doesNotContainKey("http.status_code");
    }
}
