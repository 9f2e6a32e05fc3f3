/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** The attributes that Camel's management shows beside its own. */
class JmxTest extends ObservedFixture {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    private Object attribute(String type, String name, String attribute) throws Exception {
        for (ObjectName each : server.queryNames(new ObjectName("org.apache.camel:context=observed,*"), null)) {
            if (each.getKeyProperty("type").equals(type)
                    && each.getKeyProperty("name").contains(name)) {
                return server.getAttribute(each, attribute);
            }
        }
        throw new AssertionError("no " + type + " " + name);
    }

    @Test
    void component_endpoint_and_consumer_tell_how_they_are() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("okta-users:list?mode=changes&initialDelay=0&delay=1h")
                        .routeId("changes")
                        .to("mock:changes");
                from("direct:suspend").to("okta-users:suspend");
            }
        });
        await().until(() -> component.snapshot().consumers().get(0).caughtUp() != null);
        call("suspend", ann.id());
        call("suspend", ann.id());

        assertThat((String[]) attribute("components", "okta-users", "RateLimits"))
                .singleElement()
                .asString()
                .matches("/api/v1/users: \\d+ of \\d+ left, reset 2026-11-23T10:01:00Z, 0 under way, 0 waiting");
        assertThat((String[]) attribute("components", "okta-users", "LastErrors"))
                .containsExactly("2026-11-23T10:00:00Z suspend: 400 E0000001");
        assertThat(attribute("components", "okta-users", "WaitingCalls")).isEqualTo(0);
        assertThat((String[]) attribute("components", "okta-users", "TokenAges"))
                .isEmpty();

        assertThat(attribute("endpoints", "okta-users://suspend", "Operation")).isEqualTo("suspend");
        assertThat(attribute("endpoints", "okta-users://suspend", "Org")).isEqualTo(okta.orgUrl());
        assertThat((String[]) attribute("endpoints", "okta-users://suspend", "RateLimits"))
                .hasSize(1);

        assertThat(attribute("consumers", "OktaUsersChangesConsumer", "Cursor")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(attribute("consumers", "OktaUsersChangesConsumer", "CursorLag"))
                .isEqualTo(0L);
        assertThat((Long) attribute("consumers", "OktaUsersChangesConsumer", "PagesRead"))
                .isPositive();
        assertThat(attribute("consumers", "OktaUsersChangesConsumer", "ExchangesHandedOut"))
                .isEqualTo(1L);
        assertThat(attribute("consumers", "OktaUsersChangesConsumer", "Unfinished"))
                .isEqualTo(0);
        assertThat(attribute("consumers", "OktaUsersChangesConsumer", "FailedUsers"))
                .isEqualTo(0);
    }

    @Test
    void an_endpoint_of_several_calls_tells_each_limit_that_they_are_counted_in() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ensure").to("okta-users:ensure");
            }
        });
        context.createFluentProducerTemplate()
                .to("direct:ensure")
                .withBody(Map.of("login", ann.login(), "status", "SUSPENDED"))
                .send();

        assertThat(attribute("endpoints", "okta-users://ensure", "Operation")).isEqualTo("ensure");
        assertThat((String[]) attribute("endpoints", "okta-users://ensure", "RateLimits"))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> line.startsWith("/api/v1/users: "));
    }
}
