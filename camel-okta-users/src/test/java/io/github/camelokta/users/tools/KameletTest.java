/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kamelets in the jar, run by {@code camel-kamelet} from YAML. */
@ExtendWith(OktaSimulatorExtension.class)
class KameletTest {
    @Test
    void the_manuals_sample_receives_changes_and_suspends(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        okta.addUser("gone@example.com", UserStatus.DEPROVISIONED);
        try (ToolFixture tools = ToolFixture.ofKamelets(okta).start(ToolFixture.sink())) {
            MockEndpoint export = tools.mock("export");
            export.expectedMessageCount(1);
            tools.load("samples/kamelets.yaml");

            export.assertIsSatisfied();
            assertThat(export.getExchanges().get(0).getMessage().getBody())
                    .asString()
                    .contains("\"id\":\"" + user.id() + "\"");
            MemoryStateRepository cursors = tools.context.getRegistry().findSingleByType(MemoryStateRepository.class);
            Exchange suspended = tools.send("direct:leaver", Map.of("userId", user.id()), Map.of());
            assertThat(suspended.getException()).isNull();
            assertThat(user.status()).isEqualTo(UserStatus.SUSPENDED);
            await().atMost(ToolFixture.PATIENCE)
                    .untilAsserted(() -> assertThat(cursors.getState("okta-users/127.0.0.1/list/hr-export"))
                            .isNotNull());
        }
    }

    @Test
    void a_search_may_hold_what_a_URI_may_not(OktaSimulator okta) throws Exception {
        okta.addUser("ann+1&co@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = ToolFixture.ofKamelets(okta).start(ToolFixture.sink())) {
            MockEndpoint export = tools.mock("export");
            export.expectedMessageCount(1);
            tools.loadYaml("""
                    - route:
                        from:
                          uri: kamelet:okta-users-source
                          parameters:
                            search: RAW(profile.login eq "ann+1&co@example.com")
                          steps:
                            - to: direct:export
                    """);
            export.assertIsSatisfied();
        }
    }

    @Test
    void the_actions_parameters_are_properties_of_the_kamelet(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann+1@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = ToolFixture.ofKamelets(okta).start()) {
            tools.loadYaml("""
                    - route:
                        from:
                          uri: direct:get
                          steps:
                            - to:
                                uri: kamelet:okta-users-action
                                parameters:
                                  operation: get
                                  resultFormat: map
                    - route:
                        from:
                          uri: direct:delete
                          steps:
                            - to:
                                uri: kamelet:okta-users-action
                                parameters:
                                  operation: deactivateOrDelete
                                  deletePolicy: deactivate
                    - route:
                        from:
                          uri: direct:find
                          steps:
                            - to:
                                uri: kamelet:okta-users-action
                                parameters:
                                  operation: get
                                  notFound: "null"
                    """);
            Exchange found = tools.send("direct:get", null, Map.of(OktaUsersConstants.USER_ID, user.login()));
            assertThat(found.getMessage().getBody(Map.class)).containsEntry("id", user.id());
            tools.send("direct:delete", null, Map.of(OktaUsersConstants.USER_ID, user.id()));
            assertThat(user.status()).isEqualTo(UserStatus.DEPROVISIONED);
            Exchange nobody = tools.send("direct:find", "before", Map.of(OktaUsersConstants.USER_ID, "00unknown"));
            assertThat(nobody.getException()).isNull();
            assertThat(nobody.getMessage().getBody()).isNull();
        }
    }

    @Test
    void deletions_are_received_on_demand(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = ToolFixture.ofKamelets(okta).start(ToolFixture.sink())) {
            MockEndpoint export = tools.mock("export");
            export.expectedMessageCount(1);
            tools.loadYaml("""
                    - route:
                        from:
                          uri: kamelet:okta-users-source
                          parameters:
                            horizon: 0
                            detectDeletions: 30
                            maxDeletions: 5
                          steps:
                            - to: direct:export
                    """);
            export.assertIsSatisfied();
            export.reset();
            tools.mock("export");
            export.expectedHeaderReceived(OktaUsersConstants.CHANGE_TYPE, "deleted");
            export.expectedMessageCount(1);
            user.erase();
            export.assertIsSatisfied();
        }
    }
}
