/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Faults of an org, as a route sees them and as the org does. */
@ExtendWith(OktaSimulatorExtension.class)
@Timeout(60)
class RetryRouteTest {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
    private OktaSimulator okta;
    private SimulatedUser ann;

    @BeforeEach
    void start(OktaSimulator running) {
        okta = running;
        ann = okta.user("ann@example.com")
                .session()
                .grant("0oa1", "s")
                .factors("push")
                .add();
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void a_suspension_whose_answer_is_lost_is_a_success_and_sent_once() {
        okta.failNext("POST", "**", Fault.resetAfterChange());
        Exchange done = send("suspend");
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("untouched");
        assertThat(done.getMessage().getHeader(OktaUsersConstants.CHANGED)).isNull();
        assertThat(requests()).containsExactly("POST", "GET");
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void one_that_was_lost_before_is_sent_again() {
        okta.failNext("POST", "**", Fault.resetBeforeChange());
        assertThat(send("suspend").getException()).isNull();
        assertThat(requests()).containsExactly("POST", "GET", "POST");
        assertThat(okta.requests().last().headers().get("x-okta-retry-for")).isNull();
    }

    @Test
    void a_revocation_whose_answer_is_lost_is_no_404() {
        okta.failNext("DELETE", "**", Fault.resetAfterChange());
        Exchange done = send("revokeGrant?grantId=" + ann.grants().get(0).id());
        assertThat(done.getException()).isNull();
        assertThat(requests()).containsExactly("DELETE", "DELETE", "GET");
        assertThat(ann.grants()).isEmpty();
    }

    @Test
    void a_read_and_a_listing_outlive_a_fault() {
        okta.failNext("GET", "**", Fault.internalError());
        assertThat(send("get").getMessage().getBody(Map.class)).containsEntry("id", ann.id());
        assertThat(okta.requests().last().headers().get("x-okta-retry-count")).isEqualTo("1");
        assertThat(okta.requests().last().headers().get("x-okta-retry-for")).isNotBlank();

        okta.addUser("bob@example.com", UserStatus.ACTIVE);
        okta.faults().on("GET", "**").nth(2).fail(Fault.resetBeforeChange());
        assertThat(send("list?limit=1").getMessage().getBody(List.class)).hasSize(2);
    }

    @Test
    void a_password_reset_is_sent_once_if_it_is_in_doubt_and_again_if_it_was_refused_by_the_limit() {
        okta.failNext("POST", "**", Fault.internalError());
        Exchange failed = send("resetPassword?sendEmail=false");
        assertThat(failed.getException(OktaUsersException.class).isRetryable()).isFalse();
        assertThat(requests()).containsExactly("POST");

        okta.failNext("POST", "**", Fault.concurrencyLimited());
        assertThat(send("resetPassword?sendEmail=false").getException()).isNull();
    }

    @Test
    void a_DELETE_of_a_user_is_sent_once() {
        okta.failNext("DELETE", "**", Fault.concurrencyLimited());
        Exchange failed = send("deactivateOrDelete?deletePolicy=deactivate");
        assertThat(failed.getException(OktaUsersException.class).isRetryable()).isFalse();
        assertThat(requests()).containsExactly("GET", "DELETE");
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void a_429_for_ever_ends_after_maxWait_and_not_after_maxAttempts() {
        component.setMaxAttempts(1);
        component.setMaxWait(1500);
        okta.faults().on("GET", "**").always().fail(Fault.concurrencyLimited());
        assertThat(send("get").getException())
                .isInstanceOf(OktaRateLimitException.class)
                .hasMessageContaining("maxWait");
        assertThat(okta.requests().count()).isBetween(2L, 10L);
    }

    @Test
    void too_many_at_once_for_some_seconds_fails_no_call() {
        component.setMaxAttempts(1);
        okta.faults().on("GET", "**").times(6).fail(Fault.concurrencyLimited());
        assertThat(send("get").getException()).isNull();
        assertThat(requests()).hasSize(7);
    }

    @Test
    void idempotent_is_refused_at_start_where_nothing_can_be_read_back() {
        for (String row : List.of("resetPassword?sendEmail=true&", "deactivateOrDelete?deletePolicy=raw&", "get?")) {
            String operation = row.substring(0, row.indexOf('?'));
            assertThatThrownBy(() -> send(row + "idempotent=true"))
                    .hasStackTraceContaining("idempotent=true is for operations whose effect can be read back; "
                            + operation + " is none of them: remove it");
        }
        assertThat(okta.requests().count()).isZero();
    }

    @Test
    void a_context_that_stops_ends_the_waits() throws Exception {
        asks("/lifecycle/suspend", 60);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow").errorHandler(noErrorHandler()).to("okta-users:suspend");
            }
        });
        CompletableFuture<Exchange> call = CompletableFuture.supplyAsync(() -> context.createFluentProducerTemplate()
                .to("direct:slow")
                .withHeader(OktaUsersConstants.USER_ID, ann.id())
                .send());
        Awaitility.await().until(() -> okta.requests().count() == 1);
        long start = System.nanoTime();
        context.stop();
        Exchange failed = call.get(10, TimeUnit.SECONDS);
        assertThat(failed.getException()).hasMessageContaining("the component is being stopped");
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(15));
    }

    @Test
    void an_interrupt_ends_the_wait() throws Exception {
        asks("/lifecycle/suspend", 60);
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        Thread caller = new Thread(() -> done.complete(send("suspend")));
        caller.start();
        Awaitility.await().until(() -> okta.requests().count() == 1);
        caller.interrupt();
        assertThat(done.get(10, TimeUnit.SECONDS).getException()).hasMessageContaining("was interrupted");
    }

    /** Several steps fail, one after another: the message begins anew each time. */
    @Test
    void a_route_of_several_steps_that_breaks_off_again_and_again_resumes() throws Exception {
        component.setMaxAttempts(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(OktaUsersException.class)
                        .onWhen(e -> e.getException(OktaUsersException.class).isRetryable())
                        .maximumRedeliveries(3)
                        .redeliveryDelay(1);
                from("direct:leaver").to("direct:close");
                from("direct:close")
                        .errorHandler(noErrorHandler())
                        .to("okta-users:suspend?idempotent=true")
                        .to("okta-users:revokeGrants")
                        .to("okta-users:resetFactors")
                        .to("okta-users:deactivate?idempotent=true&sendEmail=false");
            }
        });
        okta.failNext("POST", "**/suspend", Fault.resetAfterChange());
        okta.failNext("DELETE", "**/grants", Fault.internalError());
        okta.failNext("POST", "**/reset_factors", Fault.resetAfterChange());

        Exchange done = context.createFluentProducerTemplate()
                .to("direct:leaver")
                .withHeader(OktaUsersConstants.USER_ID, ann.id())
                .send();

        assertThat(done.getException()).isNull();
        assertThat(ann.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(ann.grants()).isEmpty();
        assertThat(ann.factors()).isEmpty();
        assertThat(okta.requests().matching("POST", ".*/deactivate")).hasSize(1);
        assertThat(okta.requests().matching("POST", ".*/suspend")).hasSize(3);
    }

    private void asks(String path, int seconds) {
        okta.wireMock()
                .stubFor(WireMock.any(WireMock.urlPathMatching(".*" + path))
                        .willReturn(WireMock.aResponse()
                                .withStatus(429)
                                .withHeader("Retry-After", String.valueOf(seconds))));
    }

    private Exchange send(String uri) {
        return context.createFluentProducerTemplate()
                .to("okta-users:" + uri)
                .withHeader(OktaUsersConstants.USER_ID, ann.id())
                .withBody("untouched")
                .send();
    }

    private List<String> requests() {
        return okta.requests().methodsAndPaths().stream()
                .map(line -> line.split(" ")[0])
                .toList();
    }
}
