/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A component on a simulated org, with a notifier that keeps what it is told of writes. */
@ExtendWith(OktaSimulatorExtension.class)
abstract class AuditFixture {
    final OktaSimulator okta;
    final List<OktaWriteEvent> events = new ArrayList<>();
    final DefaultCamelContext context = new DefaultCamelContext();
    private final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
    final SimpleEventNotifierSupport notifier = new SimpleEventNotifierSupport() {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof OktaWriteEvent write) {
                events.add(write);
            }
        }
    };
    SimulatedUser ann;

    AuditFixture(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeEach
    void start() {
        ann = okta.user("ann@acme.com").profile("city", "Oslo").add();
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        component.setMaxAttempts(1);
        component.setMaxWait(0);
        context.addComponent("okta-users", component);
        context.getManagementStrategy().addEventNotifier(notifier);
        context.start();
        okta.requests().clear();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    final Exchange call(String uri, String userId, Object body) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withHeader(OktaUsersConstants.USER_ID, userId)
                .withBody(body)
                .send();
    }

    static Map<String, Object> person(String login) {
        return Map.of("profile", Map.of("login", login, "email", login, "firstName", "Bea", "lastName", "Lee"));
    }
}
