/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.ratelimit.HandMovedTime;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.junit.jupiter.api.AfterEach;

/** The component on a simulated org, both with clocks that stand still until they are moved. */
abstract class ObservedFixture {
    static final String LOGIN = "ann.canary@example.com";
    static final String TOKEN = "00CanaryObserved4711";

    final VirtualClock clock = VirtualClock.startingAt("2026-11-23T10:00:00Z");
    final HandMovedTime time = new HandMovedTime();
    final OktaSimulator okta = OktaSimulator.builder().clock(clock).token(TOKEN).start();
    final SimulatedUser ann = okta.addUser(LOGIN, UserStatus.ACTIVE);
    final DefaultCamelContext context = new DefaultCamelContext();
    final OktaUsersComponent component = component();

    private OktaUsersComponent component() {
        OktaUsersComponent made = new OktaUsersComponent(context, name -> null, clock);
        made.getConfiguration().setOrgUrl(okta.orgUrl());
        made.getConfiguration().setToken(TOKEN);
        made.setMaxAttempts(1);
        made.setMaxWait(1_000);
        made.setRateLimitGovernor(time.governor());
        return made;
    }

    /** Starts the context with these routes; the component is bound now, so that a test may have set it up. */
    final void start(RouteBuilder... routes) throws Exception {
        context.setNameStrategy(new ExplicitCamelContextNameStrategy("observed"));
        context.addComponent("okta-users", component);
        for (RouteBuilder route : routes) {
            context.addRoutes(route);
        }
        context.start();
    }

    final void advance(Duration duration) {
        clock.advance(duration);
        time.advance(duration);
    }

    final Exchange call(String operation, String user) {
        return context.createFluentProducerTemplate()
                .to("okta-users:" + operation)
                .withHeaders(Map.of(OktaUsersConstants.USER_ID, user))
                .send();
    }

    /** A text without what differs from run to run. */
    final String steady(String text) {
        return text.replace(okta.orgUrl(), "http://127.0.0.1:PORT");
    }

    @AfterEach
    void stop() {
        context.stop();
        okta.close();
    }
}
