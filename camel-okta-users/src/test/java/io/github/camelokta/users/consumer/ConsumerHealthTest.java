/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel's health checks say of the consumers. */
@ExtendWith(OktaSimulatorExtension.class)
class ConsumerHealthTest {
    private static final String CHANGES = "okta-users:list?mode=changes&name=test";

    private final AtomicBoolean failing = new AtomicBoolean(true);
    private final Processor step = exchange -> {
        if (failing.get()) {
            throw new IllegalStateException("not now");
        }
    };

    private static Result health(ConsumerFixture consumer) {
        return consumer.consumer().getHealthCheck().call(Map.of());
    }

    @Test
    void a_hundred_failed_users_are_down_and_one_who_gets_through_is_up_again(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 101);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(CHANGES, step);
            await().until(() -> consumer.consumer().isFirstPollDone());
            await().until(() -> health(consumer).getState() == State.DOWN);

            Result down = health(consumer);
            assertThat(down.getMessage()).hasValueSatisfying(sentence -> assertThat(sentence)
                    .startsWith("100 users have failed and no more can be kept for a later try")
                    .contains("mend what the route does with them"));
            assertThat(down.getDetails()).containsEntry("failed.users", 100).containsKey("endpoint.uri");
            assertThat(down.getError()).isEmpty();

            failing.set(false);
            await().until(() -> health(consumer).getState() == State.UP);
            assertThat(health(consumer).getMessage()).isEmpty();
        }
    }

    @Test
    void the_check_tells_how_far_the_consumer_is(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 1);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(CHANGES);
            await().until(() -> health(consumer).getDetails().containsKey("okta.cursor"));

            assertThat(health(consumer).getDetails().get("okta.cursor").toString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(health(consumer).getDetails().get("okta.cursor.lag").toString())
                    .matches("\\d+ s");
        }
    }

    @Test
    void fewer_failed_users_are_no_reason_to_be_down(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 99);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(CHANGES, step);
            await().until(() ->
                    consumer.failures.size() >= 99 && consumer.consumer().isFirstPollDone());
            assertThat(health(consumer).getState()).isEqualTo(State.UP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGES, "okta-users:list"})
    void a_consumer_whose_poll_fails_is_down_with_the_reason(String uri, OktaSimulator okta) throws Exception {
        okta.faults().on("GET", "/api/v1/users").always().fail(Fault.internalError());
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(uri);
            await().until(() -> health(consumer).getState() == State.DOWN
                    && health(consumer).getError().isPresent());
            assertThat(health(consumer).getError())
                    .hasValueSatisfying(e -> assertThat(e).hasMessageStartingWith("list failed: Okta answered 500"));

            okta.faults().clear();
            await().until(() -> health(consumer).getState() == State.UP);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_check_is_found_by_Camel_unless_the_component_switches_it_off(boolean enabled, OktaSimulator okta)
            throws Exception {
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.context
                    .getComponent("okta-users", OktaUsersComponent.class)
                    .setHealthCheckConsumerEnabled(enabled);
            consumer.start(CHANGES);
            HealthCheckRegistry registry = HealthCheckRegistry.get(consumer.context);
            registry.register(registry.resolveById("consumers"));

            State expected = enabled ? State.UP : State.UNKNOWN;
            await().until(() -> HealthCheckHelper.invokeReadiness(consumer.context).stream()
                    .anyMatch(result ->
                            result.getCheck().getId().equals("consumer:users") && result.getState() == expected));
        }
    }
}
