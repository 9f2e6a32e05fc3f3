/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.support.SimulatedContexts;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** A component on a simulated org, and what {@code okta-users:ensure} has done there. */
@ExtendWith(OktaSimulatorExtension.class)
abstract class EnsureFixture {
    static final String LOGIN = "ann@acme.com";

    static DefaultCamelContext context;

    final OktaSimulator okta;

    EnsureFixture(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeAll
    static void start(OktaSimulator okta) throws Exception {
        context = SimulatedContexts.on(okta);
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    final Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }

    final void requireNothingMoreToDo(String uri, Object body) {
        okta.requests().clear();
        Exchange second = send(uri, body);
        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
        assertThat(calls(second)).isEmpty();
        assertThat(okta.requests().matching(request -> true))
                .singleElement()
                .satisfies(read -> assertThat(read.method()).isEqualTo("GET"));
    }

    static List<String> operations(Exchange exchange) {
        return calls(exchange).stream().map(call -> call.split(":")[0]).toList();
    }

    @SuppressWarnings("unchecked")
    static List<String> calls(Exchange exchange) {
        return exchange.getMessage().getHeader(OktaUsersConstants.CALLS, List.class);
    }

    static Map<String, Object> ann(String attribute, Object value) {
        return Map.of(
                "status",
                "ACTIVE",
                "profile",
                Map.of(
                        "login",
                        LOGIN,
                        "email",
                        "Ann@Acme.com",
                        "firstName",
                        "Ann",
                        "lastName",
                        "User",
                        attribute,
                        value));
    }
}
