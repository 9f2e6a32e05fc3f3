/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.users.OktaUsersConstants;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camel's options for scheduled consumers, with both modes. */
@ExtendWith(OktaSimulatorExtension.class)
class PollOptionsTest {
    private static final String CHANGES = "okta-users:list?mode=changes&name=test";
    private static final String LIST = "okta-users:list?mode=all";
    private static final String HOUR = "3600000";

    @ParameterizedTest
    @ValueSource(strings = {CHANGES, LIST})
    void after_so_many_errors_polls_back_off(String uri, OktaSimulator okta) throws Exception {
        okta.faults().on("GET", "/api/v1/users").always().fail(Fault.unavailable());
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(uri + "&backoffMultiplier=1000&backoffErrorThreshold=2");

            await().until(() -> consumer.consumer().getBackoffCounter() > 2);
            assertThat(consumer.failures).hasSize(2);
            assertThat(consumer.consumer().getErrorCounter()).isEqualTo(2);
        }
    }

    @Test
    void after_so_many_polls_without_a_change_they_back_off(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 2);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(CHANGES + "&backoffMultiplier=1000&backoffIdleThreshold=1");

            await().until(() -> consumer.consumer().getBackoffCounter() > 2);
            assertThat(consumer.received).hasSize(2);
        }
    }

    @Test
    void greedy_polls_go_on_while_there_are_changes(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 7);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(CHANGES + "&greedy=true&maxMessagesPerPoll=2&delay=" + HOUR);

            await().until(() -> consumer.received.size() == 7);
            assertThat(consumer.logins()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGES, LIST})
    void an_idle_poll_sends_an_empty_message_if_it_is_wanted(String uri, OktaSimulator okta) throws Exception {
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(uri + "&sendEmptyMessageWhenIdle=true&repeatCount=1");

            await().until(() -> consumer.received.size() == 1);
            assertThat(consumer.received.get(0).getMessage().getBody()).isNull();
            assertThat(consumer.received.get(0).getMessage().getHeader(OktaUsersConstants.LIST_COMPLETE))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGES, LIST})
    void with_pages_for_bodies_a_message_is_a_page(String uri, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(uri + "&delivery=page&limit=2&maxMessagesPerPoll=1&delay=" + HOUR);
            await().until(() -> consumer.consumer().isFirstPollDone()
                    && !consumer.consumer().isPolling());
            assertThat(consumer.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGES, LIST})
    void pages_of_several_polls_hold_everybody_once(String uri, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start(uri + "&delivery=page&limit=2&maxMessagesPerPoll=1&repeatCount=3");
            await().until(() -> consumer.received.size() == 3);

            List<Object> ids =
                    consumer.received.stream().flatMap(PollOptionsTest::ids).toList();
            assertThat(ids).hasSize(6).doesNotHaveDuplicates();
        }
    }

    private static Stream<Object> ids(Exchange exchange) {
        List<?> page = exchange.getMessage().getBody(List.class);
        return page.stream().map(user -> ((Map<?, ?>) user).get("id"));
    }
}
