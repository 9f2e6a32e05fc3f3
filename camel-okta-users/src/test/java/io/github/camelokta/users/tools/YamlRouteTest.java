/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that are nothing but YAML. Those in {@code samples} are the manual's. */
@ExtendWith(OktaSimulatorExtension.class)
class YamlRouteTest {
    @Test
    void a_producer_suspends_the_user_whom_the_message_names(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann+1@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = new ToolFixture(okta).start().load("samples/suspend.yaml")) {
            Exchange first = tools.send("direct:leaver", Map.of("userId", user.login()), Map.of());
            Exchange second = tools.send("direct:leaver", Map.of("userId", user.id()), Map.of());

            assertThat(first.getException()).isNull();
            assertThat(user.status()).isEqualTo(UserStatus.SUSPENDED);
            assertThat(second.getMessage().getHeader(OktaUsersConstants.CHANGED))
                    .isEqualTo(false);
        }
    }

    @Test
    void a_consumer_tells_joiners_from_changed_users(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        okta.addUser("gone@example.com", UserStatus.DEPROVISIONED);
        try (ToolFixture tools = new ToolFixture(okta)) {
            tools.context.getRegistry().bind("cursors", new MemoryStateRepository());
            MockEndpoint joiners = tools.mock("joiners");
            joiners.expectedMessageCount(1);
            joiners.expectedHeaderReceived(OktaUsersConstants.CHANGE_TYPE, "created");
            tools.start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:joiner").to("mock:joiners");
                    from("direct:changed").to("mock:changed");
                }
            });
            tools.load("samples/changes.yaml");

            joiners.assertIsSatisfied();
            assertThat(joiners.getExchanges().get(0).getMessage().getBody(Map.class))
                    .containsEntry("id", user.id());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    okta-users:suspended | userId: a         | suspend
                    okta-users:suspend   | userIdent: a      | userIdent
                    okta-users:list      | paging: everything | everything
                    """)
    void what_is_misspelt_is_told_by_name_when_the_route_is_loaded(
            String uri, String parameter, String told, OktaSimulator okta) throws Exception {
        try (ToolFixture tools = new ToolFixture(okta).start()) {
            String yaml = """
                    - route:
                        from:
                          uri: direct:wrong
                          steps:
                            - to:
                                uri: %s
                                parameters:
                                  %s
                    """.formatted(uri, parameter);
            assertThatThrownBy(() -> tools.loadYaml(yaml)).hasStackTraceContaining(told);
        }
    }
}
