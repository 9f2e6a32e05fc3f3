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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code detectDeletions} it is told who is erased, and who leaves the search. */
@ExtendWith(OktaSimulatorExtension.class)
class DeletionsConsumerTest {
    private static final String DETECTING =
            "okta-users:list?mode=changes&name=test&offsetRepository=#states&limit=3&horizon=0&detectDeletions=30";

    private final KeptStates kept = new KeptStates();

    private ConsumerFixture consumer(OktaSimulator okta) {
        ConsumerFixture consumer = new ConsumerFixture(okta);
        consumer.context.getRegistry().bind("states", kept);
        return consumer;
    }

    private static List<Object> types(ConsumerFixture consumer) {
        return List.copyOf(consumer.received).stream()
                .map(exchange -> exchange.getMessage().getHeader(OktaUsersConstants.CHANGE_TYPE))
                .toList();
    }

    /** Several listings that began after this moment have ended. */
    private static void awaitListings(OktaSimulator okta) {
        long before = okta.requests().count();
        await().until(() -> okta.requests().count() > before + 20);
    }

    @Test
    void who_is_erased_is_told_once_over_a_restart(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 7);
        SimulatedUser erased = okta.findUser("user3@example.com").orElseThrow();
        try (ConsumerFixture first = consumer(okta)) {
            first.start(DETECTING);
            await().until(() -> first.received.size() == 7);
            awaitListings(okta);
            assertThat(types(first)).containsOnly("created");
        }
        erased.erase();
        try (ConsumerFixture second = consumer(okta)) {
            second.start(DETECTING);
            await().until(() -> second.received.size() == 1);
            awaitListings(okta);

            assertThat(types(second)).containsExactly("deleted");
            assertThat(second.received.get(0).getMessage().getBody()).isEqualTo(Map.of("id", erased.id()));
        }
        assertThat(kept.states.keySet())
                .containsExactlyInAnyOrder(
                        "okta-users/127.0.0.1/list/test", "okta-users-known/127.0.0.1/list/test/notes");
    }

    @Test
    void who_leaves_the_search_is_told_with_the_user_and_who_returns_is_changed(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 2);
        SimulatedUser user = okta.findUser("user1@example.com").orElseThrow();
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(DETECTING + "&search=RAW(status eq \"ACTIVE\")&delivery=page");
            await().until(() -> consumer.received.size() == 1);
            user.change(UserStatus.SUSPENDED);
            await().until(() -> consumer.received.size() == 2);
            awaitListings(okta);

            assertThat(types(consumer)).containsExactly("created", "outOfScope");
            Map<?, ?> left = (Map<?, ?>)
                    consumer.received.get(1).getMessage().getBody(List.class).get(0);
            assertThat(left.get("id")).isEqualTo(user.id());
            assertThat(left.get("status")).isEqualTo("SUSPENDED");

            user.change(UserStatus.ACTIVE);
            await().until(() -> consumer.received.size() == 3);
            assertThat(types(consumer)).endsWith("changed");
        }
    }

    @Test
    void more_than_maxDeletions_fail_the_poll_and_are_not_asked_for(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 4);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(DETECTING + "&maxDeletions=1");
            await().until(() -> consumer.received.size() == 4);
            awaitListings(okta);
            okta.findUser("user1@example.com").orElseThrow().erase();
            okta.findUser("user2@example.com").orElseThrow().erase();
            await().until(() -> !consumer.failures.isEmpty());

            assertThat(consumer.failures.get(0)).hasMessageContaining("maxDeletions to 2 or more");
            assertThat(consumer.received).hasSize(4);
            assertThat(okta.requests().matching("GET", "/api/v1/users/.+")).isEmpty();
        }
    }

    @Test
    void only_ids_and_times_are_listed(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 1);
        try (ConsumerFixture consumer = consumer(okta)) {
            consumer.start(DETECTING);
            awaitListings(okta);
            assertThat(okta.requests().matching(request -> "created"
                            .equals(request.query().get("sortBy"))))
                    .isNotEmpty()
                    .allMatch(request -> "id,created".equals(request.query().get("fields")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    okta-users:list?detectDeletions=1h                                         | detectDeletions is for mode=changes
                    okta-users:list?mode=changes&name=n&detectDeletions=-1                     | detectDeletions must be more than 0
                    okta-users:list?mode=changes&name=n&detectDeletions=1s                     | less than horizon
                    okta-users:list?mode=changes&name=n&detectDeletions=1h&maxDeletions=0      | maxDeletions must be 1 or more
                    okta-users:list?mode=changes&name=n&maxDeletions=5                         | maxDeletions is for detectDeletions
                    """)
    void options_that_contradict_each_other_are_refused(String uri, String sentence, OktaSimulator okta)
            throws Exception {
        try (ConsumerFixture consumer = consumer(okta)) {
            assertThatThrownBy(() -> consumer.start(uri)).hasStackTraceContaining(sentence);
            assertThat(okta.requests().count()).isZero();
        }
    }
}
