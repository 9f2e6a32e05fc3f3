/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.MassChangeException;
import io.github.camelokta.users.api.ReconcilePlan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Camel's health checks say of a stopped {@code reconcile}. */
@ExtendWith(OktaSimulatorExtension.class)
class MassChangeGuardHealthTest {
    private static final String URI =
            "okta-users:reconcile?scope=RAW(status pr)&onMissing=deactivate&maxChangePercent=100&maxDeactivations=0";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
    private final OktaSimulator okta;

    MassChangeGuardHealthTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeEach
    void start() throws Exception {
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sync").routeId("sync").to(URI);
                from("direct:try").to(URI + "&dryRun=true");
            }
        });
        context.start();
        okta.addUser("ann@acme.com", UserStatus.ACTIVE);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void it_is_down_until_it_is_released_and_no_message_or_restart_of_the_route_does_that() throws Exception {
        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full"))).containsExactly(State.UP, State.UP);

        assertThat(sync("direct:sync").getException()).isInstanceOf(MassChangeException.class);

        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full")))
                .containsExactlyInAnyOrder(State.DOWN, State.UP);
        assertThat(down().getMessage()).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("1 users would be deactivated or suspended, more than maxDeactivations (0)")
                .contains("releaseMassChangeGuard"));
        assertThat(down().getDetails().get("endpoint.uri").toString()).startsWith("okta-users://reconcile");
        assertThat(states(HealthCheckHelper.invokeLiveness(context, "full")))
                .as("a restart would release it")
                .isEmpty();

        okta.requests().clear();
        assertThat(sync("direct:sync").getException()).isInstanceOf(MassChangeException.class);
        context.getRouteController().stopRoute("sync");
        context.getRouteController().startRoute("sync");
        assertThat(sync("direct:sync").getException()).isInstanceOf(MassChangeException.class);
        assertThat(okta.requests().count()).isZero();
        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full"))).contains(State.DOWN);

        context.getEndpoint(URI, OktaUsersEndpoint.class).releaseMassChangeGuard();
        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full"))).containsExactly(State.UP, State.UP);
    }

    @Test
    void a_dry_run_is_held_against_the_limits_too_and_never_trips_the_guard() {
        for (int i = 0; i < 2; i++) {
            Exchange dry = sync("direct:try");
            assertThat(dry.getException()).isNull();
            assertThat(dry.getMessage().getBody(ReconcilePlan.class).getExceededLimit())
                    .contains("maxDeactivations (0)");
        }
        assertThat(okta.users()).allMatch(user -> user.status() == UserStatus.ACTIVE);
        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full"))).containsExactly(State.UP, State.UP);
    }

    @Test
    void the_component_can_switch_it_off_and_a_stopped_context_has_none() throws Exception {
        component.setHealthCheckProducerEnabled(false);
        context.getEndpoint(URI).stop();
        context.getEndpoint(URI).start();
        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full")))
                .containsExactlyInAnyOrder(State.UP, State.UNKNOWN);
        context.getEndpoint(URI).stop();
        assertThat(states(HealthCheckHelper.invokeReadiness(context, "full"))).hasSize(1);
    }

    private Exchange sync(String uri) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withBody(List.of(Map.of("login", "zoe@acme.com", "status", "DEPROVISIONED")))
                .send();
    }

    private Result down() {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getState() == State.DOWN)
                .findFirst()
                .orElseThrow();
    }

    private static List<State> states(Collection<Result> results) {
        return results.stream()
                .filter(result -> result.getCheck().getId().startsWith("okta-users:reconcile"))
                .map(Result::getState)
                .toList();
    }
}
