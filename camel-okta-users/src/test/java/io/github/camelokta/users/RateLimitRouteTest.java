/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class RateLimitRouteTest extends RouteFixture {
    private static final String SUSPEND = "okta-users:suspend?userId=" + ID;
    private static final String PATH = "/api/v1/users/" + ID + "/lifecycle/suspend";
    /** The common pool has one thread where there are two cores: since Java 25 the one who stops would stand behind the one who waits. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private static void spent() {
        // The org's clock is years behind; a window of 30 s by it.
        answer(
                PATH,
                aResponse()
                        .withStatus(200)
                        .withHeader("Date", "Sat, 03 Oct 2015 09:28:00 GMT")
                        .withHeader("X-Rate-Limit-Limit", "600")
                        .withHeader("X-Rate-Limit-Remaining", "0")
                        .withHeader("X-Rate-Limit-Reset", "1443864510"));
    }

    @Test
    void a_stop_of_the_component_ends_the_wait() throws Exception {
        RateLimitGovernor governor = new RateLimitGovernor();
        component.setRateLimitGovernor(governor);
        spent();
        sent(SUSPEND);
        CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(() -> send(SUSPEND), OWN_THREAD);
        await().atMost(Duration.ofSeconds(10)).until(() -> governor.getWaiting() == 1);

        component.stop();

        Exception failure = waiting.get(10, TimeUnit.SECONDS).getException();
        assertThat(failure)
                .isInstanceOf(OktaUsersException.class)
                .hasMessageContaining("nothing was sent")
                .hasMessageContaining("the component is stopping");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void a_stop_of_the_context_does_not_wait_for_who_waits_for_the_limit() throws Exception {
        RateLimitGovernor governor = new RateLimitGovernor();
        component.setRateLimitGovernor(governor);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow").errorHandler(noErrorHandler()).to(SUSPEND).to("okta-users:get?userId=" + ID);
            }
        });
        spent();
        sent(SUSPEND);
        CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(() -> send("direct:slow"), OWN_THREAD);
        await().atMost(Duration.ofSeconds(10)).until(() -> governor.getWaiting() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::stop, OWN_THREAD);

        assertThat(waiting.get(20, TimeUnit.SECONDS).getException()).hasMessageContaining("the component is stopping");
        stopped.get(40, TimeUnit.SECONDS);
    }

    @Test
    void components_can_share_a_governor() throws Exception {
        RateLimitGovernor governor = new RateLimitGovernor();
        component.setRateLimitGovernor(governor);
        OktaUsersComponent second = new OktaUsersComponent(context, name -> null);
        second.getConfiguration().setOrgUrl(okta.baseUrl());
        second.getConfiguration().setToken(TOKEN);
        second.setRateLimitGovernor(governor);
        context.addComponent("second", second);
        spent();
        sent(SUSPEND);

        CompletableFuture<Exchange> waiting =
                CompletableFuture.supplyAsync(() -> send("second:suspend?userId=" + ID, "", Map.of()), OWN_THREAD);

        await().atMost(Duration.ofSeconds(10)).until(() -> governor.getWaiting() == 1);
        second.stop();
        assertThat(waiting.get(10, TimeUnit.SECONDS).getException()).isNotNull();
    }

    @Test
    void options_that_cannot_work_are_refused_at_start() {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            OktaUsersComponent wrong = new OktaUsersComponent(other, name -> null);
            wrong.setRateLimitShare(0);
            assertThatThrownBy(wrong::start).hasMessage("rateLimitShare must be 1 to 100 (percent)");

            OktaUsersComponent both = new OktaUsersComponent(other, name -> null);
            both.setRateLimitShare(50);
            both.setRateLimitGovernor(new RateLimitGovernor());
            assertThatThrownBy(both::start)
                    .hasMessage("rateLimitShare and rateLimitGovernor exclude each other: give the governor its share"
                            + " where it is made");
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
