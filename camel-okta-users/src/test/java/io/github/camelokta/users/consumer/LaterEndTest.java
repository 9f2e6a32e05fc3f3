/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that end long after the poll that began them, on other threads or in the hands of who polled. */
@ExtendWith(OktaSimulatorExtension.class)
class LaterEndTest {
    private static final String CHANGES = "okta-users:list?mode=changes&name=test&offsetRepository=#states&limit=2";
    private static final String POLLED = "initialDelay=0&delay=20&exceptionHandler=#failures";

    private final KeptStates kept = new KeptStates();
    private final CountDownLatch gate = new CountDownLatch(1);

    private ConsumerFixture consumer(OktaSimulator okta) {
        ConsumerFixture consumer = new ConsumerFixture(okta);
        consumer.context.getRegistry().bind("states", kept);
        return consumer;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void users_who_end_on_other_threads_come_once_and_the_failed_one_again(boolean seda, OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        AtomicInteger tries = new AtomicInteger();
        Processor work = exchange -> {
            gate.await();
            if (ConsumerFixture.login(exchange).startsWith("user3") && tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
        };
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.context.addRoutes(seda ? overSeda(consumer, work) : onThreads(consumer, work));
            consumer.context.start();
            // Polls go on while all are at work, and nobody is handed out twice.
            await().until(() -> okta.requests().count() > 20);
            assertThat(consumer.received).isEmpty();

            gate.countDown();
            await().until(() -> consumer.received.size() == 6);

            assertThat(consumer.logins()).doesNotHaveDuplicates();
            assertThat(tries).hasValue(2);
            assertThat(consumer.failures).hasSize(1);
        }
        assertNobodyIsLeft(okta);
    }

    private static RouteBuilder overSeda(ConsumerFixture consumer, Processor work) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(CHANGES + "&" + POLLED).routeId("users").to("seda:work");
                from("seda:work?concurrentConsumers=3").process(work).process(consumer.received::add);
            }
        };
    }

    private static RouteBuilder onThreads(ConsumerFixture consumer, Processor work) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(CHANGES + "&" + POLLED)
                        .routeId("users")
                        .threads(3)
                        .process(work)
                        .process(consumer.received::add);
            }
        };
    }

    private void assertNobodyIsLeft(OktaSimulator okta) throws Exception {
        okta.addUser("late@example.com", UserStatus.ACTIVE);
        try (ConsumerFixture next = consumer(okta)) {
            next.start(CHANGES + "&repeatCount=1");
            await().until(() -> !next.received.isEmpty());
            assertThat(next.logins()).containsExactly("late@example.com");
        }
    }

    @Test
    void changes_are_received_through_a_consumer_template_and_who_is_not_done_comes_again(OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        List<String> done = new ArrayList<>();
        try (ConsumerFixture consumer = consumer(okta);
                ConsumerTemplate template = consumer.context.createConsumerTemplate()) {
            consumer.context.start();
            for (int i = 0; i < 2; i++) {
                Exchange exchange = template.receive(CHANGES + "&" + POLLED, 20_000);
                done.add(ConsumerFixture.login(exchange));
                template.doneUoW(exchange);
            }
            template.receive(CHANGES + "&" + POLLED, 20_000);
        }
        try (ConsumerFixture next = consumer(okta)) {
            next.start(CHANGES + "&repeatCount=1");
            await().until(() -> !next.received.isEmpty());
            done.addAll(next.logins());
        }
        assertThat(done).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGES, "okta-users:list?limit=2"})
    void users_enrich_exchanges_one_by_one(String uri, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:next").pollEnrich(uri + "&" + POLLED, 20_000).process(consumer.received::add);
                }
            });
            consumer.context.start();
            Stream.generate(() -> "next")
                    .limit(3)
                    .forEach(next -> consumer.context.createProducerTemplate().sendBody("direct:next", next));

            assertThat(consumer.logins())
                    .containsExactlyInAnyOrder("user0@example.com", "user1@example.com", "user2@example.com");
        }
        if (uri.equals(CHANGES)) {
            assertNobodyIsLeft(okta);
        }
    }
}
