/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes of the manual's chapter on errors, as they stand there. */
@ExtendWith(OktaSimulatorExtension.class)
class RecipesTest {
    private static final List<String> STEPS =
            List.of("POST **/suspend", "DELETE **/grants", "POST **/reset_factors", "POST **/deactivate");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
    private final List<Exchange> aside = new ArrayList<>();
    private OktaSimulator okta;
    private SimulatedUser ann;

    @BeforeEach
    void start(OktaSimulator running) throws Exception {
        okta = running;
        ann = okta.user("ann@example.com").grant("0oa1", "s").factors("push").add();
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        component.setMaxAttempts(1);
        component.setMaxWait(0);
        context.addComponent("okta-users", component);
        context.addRoutes(new Recipes());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private final class Recipes extends RouteBuilder {
        @Override
        public void configure() {
            onException(OktaUsersException.class)
                    .onWhen(exchange ->
                            exchange.getException(OktaUsersException.class).isRetryable())
                    .maximumRedeliveries(3)
                    .redeliveryDelay(1);
            onException(OktaRateLimitException.class)
                    .handled(true)
                    .setHeader("notBefore", simple("${exception.retryAt}"))
                    .to("direct:later");
            onException(OktaUsersException.class)
                    .onWhen(simple("${exception.errorCode} == 'E0000007'"))
                    .handled(true)
                    .to("direct:unknown");

            from("direct:leaver").to("direct:close");
            from("direct:close")
                    .errorHandler(noErrorHandler())
                    .to("okta-users:get")
                    .filter(simple("${body[status]} != 'DEPROVISIONED'"))
                    .to("okta-users:suspend?idempotent=true")
                    .to("okta-users:revokeGrants")
                    .to("okta-users:resetFactors")
                    .to("okta-users:deactivate?idempotent=true&sendEmail=false");

            from("direct:later").process(aside::add);
            from("direct:unknown").process(aside::add);
        }
    }

    static Stream<Arguments> breaks() {
        return STEPS.stream().flatMap(step -> Stream.of(
                        Fault.resetBeforeChange(),
                        Fault.resetAfterChange(),
                        Fault.internalError(),
                        Fault.internalError().afterChange(),
                        Fault.unavailable())
                .map(fault -> Arguments.of(step, fault)));
    }

    /** Wherever it breaks off: what the component does not know to be harmless fails, and the same message comes again. */
    @ParameterizedTest
    @MethodSource("breaks")
    void a_route_of_several_steps_that_broke_off_anywhere_resumes_and_does_nothing_twice(String step, Fault fault) {
        okta.failNext(step.split(" ")[0], step.split(" ")[1], fault);

        Exchange done = leaver(ann.id());
        if (done.getException() != null) {
            done = leaver(ann.id());
        }

        assertThat(done.getException()).isNull();
        assertThat(ann.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(ann.grants()).isEmpty();
        assertThat(ann.factors()).isEmpty();
        for (String once : List.of("/suspend", "/deactivate")) {
            boolean carriedOutAndLost = fault.applied() && step.endsWith(once);
            assertThat(succeeded(".*" + once) + (carriedOutAndLost ? 1 : 0)).isEqualTo(1);
        }
    }

    @Test
    void a_leaver_who_comes_twice_goes_through_twice() {
        assertThat(leaver(ann.id()).getException()).isNull();
        assertThat(leaver(ann.id()).getException()).isNull();
        assertThat(succeeded(".*/deactivate")).isEqualTo(1);
    }

    @Test
    void a_spent_limit_is_put_aside_with_the_time_to_come_again() {
        okta.failNext("POST", "**/suspend", Fault.rateLimited());

        assertThat(leaver(ann.id()).getException()).isNull();

        assertThat(aside).hasSize(1);
        assertThat(Instant.parse(aside.get(0).getMessage().getHeader("notBefore", String.class)))
                .isAfter(Instant.now());
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void a_user_whom_nobody_knows_is_somebody_elses_work() {
        assertThat(leaver("00unobody00000000000").getException()).isNull();
        assertThat(aside).hasSize(1);
    }

    private Exchange leaver(String id) {
        return context.createFluentProducerTemplate()
                .to("direct:leaver")
                .withHeader(OktaUsersConstants.USER_ID, id)
                .send();
    }

    private long succeeded(String path) {
        return okta.requests().matching("POST", path).stream()
                .filter(request -> request.status() == 200)
                .count();
    }
}
