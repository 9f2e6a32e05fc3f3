/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.ConsumerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The consumer is stopped, suspended, polled by hand, or refused. */
@ExtendWith(OktaSimulatorExtension.class)
class ConsumerLifecycleTest {

    @Test
    void a_route_stopped_in_the_middle_of_a_page_ends_after_the_user_at_work(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        CountDownLatch third = new CountDownLatch(3);
        CountDownLatch stopping = new CountDownLatch(1);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=4&repeatCount=1", exchange -> {
                third.countDown();
                if (third.getCount() == 0) {
                    stopping.await();
                }
            });
            third.await();
            Thread stopper = new Thread(() -> stop(consumer));
            stopper.start();
            await().until(() -> consumer.context
                            .getRouteController()
                            .getRouteStatus("users")
                            .isStopping()
                    || stopper.getState() == Thread.State.TIMED_WAITING
                    || stopper.getState() == Thread.State.WAITING);
            stopping.countDown();
            stopper.join();

            assertThat(consumer.received).hasSizeBetween(3, 6);
            assertThat(consumer.failures).isEmpty();
        }
    }

    private static void stop(ConsumerFixture consumer) {
        try {
            consumer.context.getRouteController().stopRoute("users");
        } catch (Exception e) {
            consumer.failures.add(e);
        }
    }

    @Test
    void a_suspended_listing_is_gone_on_with_where_it_stood(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=4&maxMessagesPerPoll=1", exchange -> {
                if (exchange.getContext()
                                .getRouteController()
                                .getRouteStatus("users")
                                .isStarted()
                        && ConsumerFixture.login(exchange).startsWith("user2")) {
                    new Thread(() -> suspend(consumer)).start();
                }
            });
            await().until(() -> consumer.context
                    .getRouteController()
                    .getRouteStatus("users")
                    .isSuspended());
            int before = consumer.received.size();

            consumer.context.getRouteController().resumeRoute("users");
            await().until(() -> consumer.received.size() >= 6);

            assertThat(before).isLessThan(6);
            assertThat(consumer.logins().subList(0, 6)).doesNotHaveDuplicates();
        }
    }

    private static void suspend(ConsumerFixture consumer) {
        try {
            consumer.context.getRouteController().suspendRoute("users");
        } catch (Exception e) {
            consumer.failures.add(e);
        }
    }

    @Test
    void reading_pauses_at_a_thousand_unfinished_exchanges(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 1_200);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.startUnfinished("okta-users:list");
            await().until(() -> consumer.unfinished.size() == 1_000);
            long requests = okta.requests().count();

            List<AsyncCallback> first = List.copyOf(consumer.unfinished);
            first.forEach(callback -> callback.done(false));
            consumer.unfinished.subList(0, 1_000).clear();

            await().until(() -> consumer.received.size() == 1_000 && consumer.unfinished.size() >= 200);
            assertThat(requests).isLessThanOrEqualTo(7);
            assertThat(consumer.logins()).doesNotHaveDuplicates();
        }
    }

    @Test
    void users_are_received_one_by_one_through_a_consumer_template(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = new ConsumerFixture(okta);
                ConsumerTemplate template = consumer.context.createConsumerTemplate()) {
            consumer.context.start();

            List<String> logins = Stream.generate(
                            () -> template.receive("okta-users:list?initialDelay=0&delay=20&limit=2", 20_000))
                    .limit(3)
                    .map(ConsumerFixture::login)
                    .toList();

            assertThat(logins).containsExactly("user0@example.com", "user1@example.com", "user2@example.com");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    okta-users:suspend                            | okta-users:suspend cannot be consumed from
                    okta-users:get?userId=00u1                    | okta-users:get cannot be consumed from
                    okta-users:listRoles?userId=00u1              | okta-users:listRoles cannot be consumed from
                    okta-users:list?greedy=true                   | greedy
                    okta-users:list?resultFormat=stream           | resultFormat=stream
                    okta-users:list?prefetch=-1                   | prefetch
                    okta-users:list?q=a&includeDeprovisioned=true | includeDeprovisioned
                    okta-users:listGrants                         | listGrants needs userId: set the option userId
                    okta-users:listAppTargets?userId=00u1         | listAppTargets needs roleId: set the option roleId
                    """)
    void what_cannot_be_consumed_is_refused_by_name_before_anything_is_sent(
            String uri, String sentence, OktaSimulator okta) throws Exception {
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            assertThatThrownBy(() -> consumer.start(uri))
                    .hasStackTraceContaining(IllegalArgumentException.class.getName())
                    .hasStackTraceContaining(sentence);
            assertThat(okta.requests().count()).isZero();
        }
    }
}
