/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.endpoint.StaticEndpointBuilders;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The builder of the endpoint DSL, in the manual's routes. */
@ExtendWith(OktaSimulatorExtension.class)
class EndpointDslTest {
    @Test
    void a_consumer_and_a_producer_are_built(OktaSimulator okta) throws Exception {
        SimulatedUser sleeper = okta.user("ann+1@example.com")
                .status(UserStatus.ACTIVE)
                .profile("city", "Old & New")
                .add();
        SimulatedUser other = okta.addUser("bob@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = new ToolFixture(okta)) {
            tools.start(new SuspensionRoutes());
            await().atMost(ToolFixture.PATIENCE).until(() -> sleeper.status() == UserStatus.SUSPENDED);
            assertThat(other.status()).isEqualTo(UserStatus.ACTIVE);
        }
    }

    @Test
    void a_producer_is_built_without_the_interface_too(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann+1@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = new ToolFixture(okta).start()) {
            Endpoint get = StaticEndpointBuilders.oktaUsers("get")
                    .userId("RAW(" + user.login() + ")")
                    .resultFormat(ResultFormat.string)
                    .resolve(tools.context);
            assertThat(tools.send(get.getEndpointUri(), null, Map.of())
                            .getMessage()
                            .getBody())
                    .asString()
                    .contains(user.id());
        }
    }
}
