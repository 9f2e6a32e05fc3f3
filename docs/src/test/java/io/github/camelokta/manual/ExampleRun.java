/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;

/** Sends a message through a sample's route: Okta gets what the route's last endpoint names, and takes it. */
final class ExampleRun {
    private static final String CLIENT = "0oaclient00000000001";

    private final OktaSimulator okta;

    ExampleRun(OktaSimulator okta) {
        this.okta = okta;
    }

    void run(Sample sample, CamelContext context) {
        SimulatedUser boss = okta.addUser("boss@example.com", UserStatus.ACTIVE);
        SimulatedUser ann = okta.user("ann@example.com")
                .status(UserStatus.ACTIVE)
                .password("Old-pass-1")
                .roles("USER_ADMIN")
                .groups("staff")
                .grant(CLIENT, "okta.users.read")
                .refreshToken(CLIENT)
                .add();
        Map<String, Object> event = Map.of(
                "userId",
                ann.id(),
                "managerId",
                boss.id(),
                "roleId",
                ann.roles().get(0).id(),
                "groupId",
                okta.org().groups().named("staff").id(),
                "clientId",
                CLIENT,
                "lastName",
                "Smith",
                "password",
                "Old-pass-1",
                "answer",
                "Smith");
        int before = okta.requests().methodsAndPaths().size();
        for (Route route : context.getRoutes()) {
            assertThat(route.getEndpoint()).as(sample.toString()).isInstanceOf(DirectEndpoint.class);
            Exchange exchange = context.createFluentProducerTemplate()
                    .to(route.getEndpoint())
                    .withBody(event)
                    .send();
            assertThat(exchange.getException()).as(sample.toString()).isNull();
        }
        assertThat(okta.requests().methodsAndPaths().size())
                .as("requests of %s", sample)
                .isGreaterThan(before);
    }
}
