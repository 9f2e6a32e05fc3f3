/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that answer asynchronously: a stop waits for what is in flight, and a poll goes on when there is room. */
@ExtendWith(OktaSimulatorExtension.class)
class AsyncConsumerTest {
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch free = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(strings = {"all", "changes"})
    void a_stop_waits_for_users_that_another_route_still_has(String mode, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("okta-users:list?mode=" + mode + "&name=x&initialDelay=0&delay=20&repeatCount=1")
                            .routeId("users")
                            .to("seda:behind?size=100");
                    from("seda:behind").process(exchange -> {
                        free.await();
                        done.incrementAndGet();
                    });
                }
            });
            consumer.context.start();
            await().until(() -> consumer.consumer() instanceof org.apache.camel.spi.ShutdownAware aware
                    && aware.getPendingExchangesSize() == 3);

            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stop(consumer));
            await().until(() -> consumer.consumer().isSuspended());
            assertThat(stop).isNotDone();
            free.countDown();
            stop.get(20, TimeUnit.SECONDS);
            assertThat(done).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "changes"})
    void a_stop_that_completes_all_tasks_finishes_the_page(String mode, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 20);
        CountDownLatch begun = new CountDownLatch(1);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("okta-users:list?mode=" + mode + "&name=x&initialDelay=0&delay=20&repeatCount=1")
                            .routeId("users")
                            .shutdownRunningTask(ShutdownRunningTask.CompleteAllTasks)
                            .process(exchange -> {
                                begun.countDown();
                                free.await();
                                done.incrementAndGet();
                            });
                }
            });
            consumer.context.start();
            begun.await();
            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stop(consumer));
            await().until(() -> consumer.consumer().isSuspended());
            free.countDown();
            stop.get(20, TimeUnit.SECONDS);
            assertThat(done).hasValue(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "changes"})
    void one_poll_hands_out_more_users_than_may_be_in_flight(String mode, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3_000);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("okta-users:list?mode=" + mode + "&name=x&initialDelay=0&delay=20&repeatCount=1")
                            .routeId("users")
                            .threads(20, 20)
                            .process(exchange -> done.incrementAndGet());
                }
            });
            consumer.context.start();
            await().atMost(60, TimeUnit.SECONDS).until(() -> done.get() == 3_000);
        }
    }

    private static void stop(ConsumerFixture consumer) {
        try {
            consumer.context.getRouteController().stopRoute("users", 15, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
