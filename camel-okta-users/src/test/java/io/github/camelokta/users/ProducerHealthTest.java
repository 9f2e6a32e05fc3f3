/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.users.api.OktaRateLimitException;
import java.time.Duration;
import java.util.Collection;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.Test;

/** Health as Camel's registry has it, while the org has faults. */
class ProducerHealthTest extends ObservedFixture {
    private static final String ID = "producer:okta-users:127.0.0.1:api-token";
    private static final RouteBuilder TWO_PRODUCERS = new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:suspend").to("okta-users:suspend");
            from("direct:get").to("okta-users:get");
        }
    };

    private void startChecked(boolean repository) throws Exception {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(repository);
        registry.register(producers);
        start(TWO_PRODUCERS);
    }

    private Collection<Result> results() {
        return HealthCheckHelper.invokeReadiness(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:"))
                .toList();
    }

    private Result health() {
        assertThat(results()).hasSize(1);
        Result result = results().iterator().next();
        assertThat(result.getCheck().getId()).isEqualTo(ID);
        return result;
    }

    @Test
    void there_is_no_check_of_producers_until_Camel_is_asked_for_it() throws Exception {
        startChecked(false);

        assertThat(results()).isEmpty();
        assertThat(okta.requests().all()).isEmpty();
    }

    @Test
    void a_component_can_leave_it_out() throws Exception {
        component.setHealthCheckProducerEnabled(false);
        startChecked(true);

        assertThat(health().getState()).isEqualTo(State.UNKNOWN);
        assertThat(okta.requests().all()).isEmpty();
    }

    @Test
    void producers_of_one_caller_have_one_check_which_asks_Okta_once_a_minute() throws Exception {
        startChecked(true);

        for (int second = 0; second < 61; second++) {
            assertThat(health().getState()).isEqualTo(State.UP);
            advance(Duration.ofSeconds(1));
        }

        assertThat(okta.requests().matching("GET", "/api/v1/users")).hasSize(2);
        assertThat(health().getDetails())
                .containsEntry("okta.credential", "ACCEPTED")
                .containsEntry("okta.caller", "api-token")
                .containsEntry("okta.org", okta.orgUrl());
    }

    @Test
    void it_is_down_while_the_credential_is_refused() throws Exception {
        okta.faults().on("GET", "/api/v1/users").always().fail(Fault.error(ErrorCode.E0000011));
        startChecked(true);

        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getMessage().orElseThrow())
                .startsWith("list failed: Okta answered 401 E0000011")
                .contains("the credential was refused");
        assertThat(health().getDetails()).containsEntry("okta.credential", "REFUSED");

        okta.faults().clear();
        advance(Duration.ofSeconds(59));
        assertThat(health().getState()).isEqualTo(State.DOWN);
        advance(Duration.ofSeconds(1));
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void it_is_down_while_the_org_does_not_answer() throws Exception {
        okta.faults().on("GET", "/api/v1/users").always().fail(Fault.resetBeforeChange());
        startChecked(true);

        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getDetails()).containsEntry("okta.credential", "UNREACHABLE");

        okta.faults().clear();
        advance(Duration.ofMinutes(1));
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void a_permission_that_is_lacking_says_nothing_against_the_credential() throws Exception {
        okta.faults().on("GET", "/api/v1/users").always().fail(Fault.error(ErrorCode.E0000006));
        startChecked(true);

        assertThat(health().getState()).isEqualTo(State.UP);
        assertThat(health().getDetails()).containsEntry("okta.credential", "ACCEPTED");
    }

    @Test
    void it_is_down_while_the_limit_is_used_up_for_longer_than_a_call_may_wait() throws Exception {
        startChecked(true);
        assertThat(health().getState()).isEqualTo(State.UP);
        okta.failNext(Fault.rateLimited());

        assertThat(call("suspend", ann.id()).getException()).isInstanceOf(OktaRateLimitException.class);

        assertThat(health().getState()).isEqualTo(State.DOWN);
        assertThat(health().getMessage().orElseThrow())
                .matches("Okta's rate limit of /api/v1/users is used up for about \\d+ s more,"
                        + " longer than maxWait allows \\(1000 ms\\)");
        assertThat(health().getDetails()).hasEntrySatisfying("okta.limit.shared", left -> assertThat(left.toString())
                .startsWith("0 of "));

        advance(Duration.ofSeconds(62));
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void it_is_up_while_a_call_only_has_to_wait_as_long_as_it_may() throws Exception {
        component.setMaxWait(Duration.ofMinutes(2).toMillis());
        startChecked(true);
        okta.failNext(Fault.rateLimited());

        // In time that is moved by hand nobody can wait, and says so.
        assertThatThrownBy(() -> call("suspend", ann.id())).hasMessageContaining("a call waits for 60");

        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void the_check_goes_when_the_component_is_stopped() throws Exception {
        startChecked(true);
        assertThat(results()).hasSize(1);

        component.stop();

        assertThat(results()).isEmpty();
    }
}
