/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.support.RawServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code mode=changes} pages are read ahead too, on a thread that ends with the consumer. */
@ExtendWith(OktaSimulatorExtension.class)
class ChangesReadAheadTest {
    private static final String CHANGES = "okta-users:list?mode=changes&name=test&offsetRepository=#states&limit=2";

    private final KeptStates kept = new KeptStates();

    private ConsumerFixture keeping(ConsumerFixture consumer) {
        consumer.context.getRegistry().bind("states", kept);
        return consumer;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void everybody_is_delivered_once_in_order_whatever_is_read_ahead(int prefetch, OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 7);
        try (ConsumerFixture consumer = keeping(new ConsumerFixture(okta))) {
            consumer.start(CHANGES + "&repeatCount=2&prefetch=" + prefetch);

            await().until(() -> consumer.consumer().getScheduler() != null && consumer.received.size() == 7);
            await().until(() -> !consumer.consumer().isPolling());
            assertThat(consumer.logins()).hasSize(7).doesNotHaveDuplicates().allSatisfy(login -> assertThat(login)
                    .startsWith("user"));
        }
    }

    @Test
    void the_next_page_is_read_while_this_one_is_worked_on(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 4);
        try (ConsumerFixture consumer = keeping(new ConsumerFixture(okta))) {
            consumer.start(CHANGES + "&repeatCount=1", exchange -> await().until(
                            () -> okta.requests().count() >= 2));

            await().until(() -> consumer.received.size() == 4);
            assertThat(readers(consumer)).hasSize(1);
        }
    }

    @Test
    void with_prefetch_0_a_page_is_read_when_it_is_needed(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 4);
        try (ConsumerFixture consumer = keeping(new ConsumerFixture(okta))) {
            consumer.start(CHANGES + "&repeatCount=1&prefetch=0");

            await().until(() -> consumer.received.size() == 4);
            assertThat(readers(consumer)).isEmpty();
        }
    }

    /** What was read ahead and not delivered is read again. */
    @Test
    void a_poll_of_few_messages_throws_away_what_was_read_ahead_and_loses_nobody(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 9);
        try (ConsumerFixture consumer = keeping(new ConsumerFixture(okta))) {
            consumer.start(CHANGES + "&maxMessagesPerPoll=1&repeatCount=10&prefetch=3");

            await().until(() -> consumer.received.size() == 9);
            assertThat(consumer.logins()).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_reading_thread_ends_with_the_consumer(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = keeping(new ConsumerFixture(okta))) {
            consumer.start(CHANGES + "&repeatCount=1");
            await().until(() -> consumer.received.size() == 3);
            assertThat(readers(consumer)).hasSize(1);

            consumer.context.getRouteController().stopRoute("users");
            await().until(() -> readers(consumer).isEmpty());

            consumer.context.getRouteController().startRoute("users");
            await().until(() -> readers(consumer).size() == 1);
        }
    }

    @Test
    void a_poll_that_waits_for_a_page_ends_at_once_when_the_route_is_forced_to_stop() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer silent = new RawServer((request, out, connection) -> {
                    asked.countDown();
                    over.await();
                });
                ConsumerFixture consumer = keeping(new ConsumerFixture(silent.url(), "00token"))) {
            consumer.start(CHANGES);
            asked.await();

            consumer.context.getRouteController().stopRoute("users", 1, TimeUnit.MILLISECONDS);

            await().until(() -> !consumer.consumer().isPolling());
            assertThat(over.getCount()).isEqualTo(1);
            assertThat(consumer.failures).isEmpty();
            over.countDown();
        }
    }

    private static List<Thread> readers(ConsumerFixture consumer) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("OktaUsersReader")
                        && thread.getName().contains(consumer.context.getName()))
                .toList();
    }
}
