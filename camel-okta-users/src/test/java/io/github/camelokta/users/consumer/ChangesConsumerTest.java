/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code mode=changes} each change is delivered, and what was delivered is not delivered again. */
@ExtendWith(OktaSimulatorExtension.class)
class ChangesConsumerTest {
    private static final String CHANGES = "okta-users:list?mode=changes&name=test&offsetRepository=#states&limit=3";

    private final KeptStates kept = new KeptStates();

    private ConsumerFixture consumer(OktaSimulator okta) {
        ConsumerFixture consumer = new ConsumerFixture(okta);
        consumer.context.getRegistry().bind("states", kept);
        return consumer;
    }

    /** Two polls that began after this moment have ended. */
    private static void awaitQuiet(OktaSimulator okta) {
        long before = okta.requests().count();
        await().until(() -> okta.requests().count() > before + 6);
    }

    @Test
    void everybody_comes_once_and_then_only_who_changed(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 7);
        okta.addUser("gone@example.com", UserStatus.DEPROVISIONED);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES);
            await().until(() -> consumer.received.size() >= 8);
            awaitQuiet(okta);
            assertThat(consumer.logins()).hasSize(8).doesNotHaveDuplicates();

            okta.findUser("user3@example.com").orElseThrow().change("nickName", "three");
            await().until(() -> consumer.received.size() >= 9);
            awaitQuiet(okta);

            assertThat(consumer.logins()).hasSize(9);
            assertThat(consumer.logins().get(8)).isEqualTo("user3@example.com");
            assertThat(consumer.received)
                    .extracting(e -> e.getMessage().getHeader(OktaUsersConstants.CHANGE_TYPE))
                    .containsExactlyElementsOf(
                            Stream.concat(Stream.generate(() -> "created").limit(8), Stream.of("changed"))
                                    .toList());
        }
    }

    @Test
    void each_exchange_names_its_user_and_the_time_of_the_change(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 1);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES);
            await().until(() -> consumer.received.size() == 1);
            Map<?, ?> user = consumer.received.get(0).getMessage().getBody(Map.class);
            assertThat(consumer.received.get(0).getMessage().getHeaders())
                    .containsEntry(OktaUsersConstants.USER_ID, user.get("id"))
                    .containsEntry(
                            "CamelMessageTimestamp",
                            Instant.parse(user.get("lastUpdated").toString()).toEpochMilli() / 1_000 * 1_000);
        }
    }

    @Test
    void after_a_restart_it_goes_on_where_it_stood(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 4);
        try (ConsumerFixture first = consumer(okta)) {
            first.start(CHANGES);
            await().until(() -> first.received.size() == 4);
            awaitQuiet(okta);
        }
        okta.findUser("user1@example.com").orElseThrow().change(UserStatus.SUSPENDED);
        try (ConsumerFixture second = consumer(okta)) {
            second.start(CHANGES);
            await().until(() -> second.received.size() >= 1);
            awaitQuiet(okta);

            assertThat(second.logins()).containsExactly("user1@example.com");
        }
        assertThat(kept.states.keySet()).containsExactly("okta-users/127.0.0.1/list/test");
    }

    @Test
    void who_failed_is_tried_again_while_the_others_go_on(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 5);
        AtomicInteger failures = new AtomicInteger(2);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES, failing("user1", failures));
            await().until(() -> consumer.received.size() == 5);
            awaitQuiet(okta);

            assertThat(consumer.logins()).hasSize(5).doesNotHaveDuplicates();
            assertThat(consumer.logins().get(4)).isEqualTo("user1@example.com");
            assertThat(consumer.failures).hasSize(2);
        }
    }

    @Test
    void with_onError_skip_who_failed_is_passed_over(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES + "&onError=skip", failing("user1", new AtomicInteger(1)));
            await().until(() -> consumer.received.size() == 2);
            awaitQuiet(okta);

            assertThat(consumer.logins()).containsExactly("user0@example.com", "user2@example.com");
        }
    }

    private static Processor failing(String login, AtomicInteger times) {
        return exchange -> {
            if (ConsumerFixture.login(exchange).startsWith(login) && times.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
        };
    }

    @Test
    void a_poll_of_few_messages_loses_nobody(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 11);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES + "&maxMessagesPerPoll=2");
            await().until(() -> consumer.received.size() == 11);
            awaitQuiet(okta);

            assertThat(consumer.logins()).hasSize(11).doesNotHaveDuplicates();
        }
    }

    @Test
    void from_now_on_only_what_happens_then_is_delivered(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES + "&startFrom=now");
            awaitQuiet(okta);
            assertThat(consumer.received).isEmpty();

            okta.addUser("new@example.com", UserStatus.STAGED);
            await().until(() -> consumer.received.size() == 1);
            assertThat(consumer.logins()).containsExactly("new@example.com");
        }
    }

    @Test
    void with_pages_for_bodies_who_changed_comes_together(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 2);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES + "&delivery=page");
            await().until(() -> consumer.received.size() == 1);

            assertThat(consumer.received.get(0).getMessage().getBody(List.class))
                    .hasSize(2);
        }
    }

    @Test
    void fields_keep_what_is_needed_to_compare(OktaSimulator okta) throws Exception {
        SimulatedUser ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(CHANGES + "&fields=RAW(id,profile:(login))");
            await().until(() -> consumer.received.size() == 1);
            ann.change(UserStatus.SUSPENDED);
            await().until(() -> consumer.received.size() == 2);

            assertThat(consumer.received.get(1).getMessage().getBody(Map.class)).containsEntry("status", "SUSPENDED");
        }
    }

    @Test
    void a_cursor_that_cannot_be_used_stops_the_route_with_a_sentence(OktaSimulator okta) throws Exception {
        kept.states.put("okta-users/127.0.0.1/list/test", "torn");
        try (ConsumerFixture consumer = consumer(okta)) {
            assertThatThrownBy(() -> consumer.start(CHANGES)).hasStackTraceContaining("The stored cursor ");
            assertThat(okta.requests().count()).isZero();
        }
    }

    @Test
    void the_cursor_of_another_query_stops_the_route(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 1);
        try (ConsumerFixture first = consumer(okta)) {
            first.start(CHANGES);
            await().until(() -> first.received.size() == 1);
        }
        try (ConsumerFixture other = consumer(okta)) {
            assertThatThrownBy(() -> other.start(CHANGES + "&search=RAW(profile.city eq \"Bonn\")"))
                    .hasStackTraceContaining("The stored cursor ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    okta-users:listGrants?mode=changes&userId=00u1                 | mode=changes is for list alone
                    okta-users:list?mode=changes&name=n&filter=RAW(status eq "A")  | neither filter nor q
                    okta-users:list?mode=changes&name=n&sortBy=status              | sorts by itself
                    okta-users:list?mode=changes&name=n&includeDeprovisioned=true  | includeDeprovisioned
                    okta-users:list?mode=changes&name=n&startFrom=yesterday        | startFrom
                    okta-users:list?mode=changes&name=n&horizon=-1                 | horizon
                    """)
    void options_that_contradict_the_mode_are_refused(String uri, String sentence, OktaSimulator okta)
            throws Exception {
        try (ConsumerFixture consumer = consumer(okta)) {
            assertThatThrownBy(() -> consumer.start(uri)).hasStackTraceContaining(sentence);
            assertThat(okta.requests().count()).isZero();
        }
    }
}
