/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumer lists everybody at each poll. */
@ExtendWith(OktaSimulatorExtension.class)
class ListConsumerTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void everybody_is_delivered_in_order_whatever_is_read_ahead(int prefetch, OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 40);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=3&repeatCount=1&prefetch=" + prefetch);

            await().until(() -> consumer.received.size() == 40);
            assertThat(consumer.logins())
                    .isEqualTo(IntStream.range(0, 40)
                            .mapToObj(i -> "user" + i + "@example.com")
                            .toList());
        }
    }

    @Test
    void a_page_is_a_batch_and_only_the_last_of_all_completes_the_list(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=3&repeatCount=1");

            await().until(() -> consumer.received.size() == 6);
            assertThat(consumer.received)
                    .extracting(
                            exchange -> exchange.getProperty(Exchange.BATCH_INDEX),
                            exchange -> exchange.getProperty(Exchange.BATCH_SIZE),
                            exchange -> exchange.getProperty(Exchange.BATCH_COMPLETE),
                            exchange -> exchange.getMessage().getHeader(OktaUsersConstants.LIST_COMPLETE))
                    .containsExactly(
                            tuple(0, 3, false, null),
                            tuple(1, 3, false, null),
                            tuple(2, 3, true, null),
                            tuple(0, 3, false, null),
                            tuple(1, 3, false, null),
                            tuple(2, 3, true, true));
        }
    }

    @Test
    void deprovisioned_users_are_listed_unless_they_are_not_wanted(OktaSimulator okta) throws Exception {
        okta.addUser("gone@example.com", UserStatus.DEPROVISIONED);
        okta.addUser("here@example.com", UserStatus.ACTIVE);
        try (ConsumerFixture all = new ConsumerFixture(okta);
                ConsumerFixture plain = new ConsumerFixture(okta)) {
            all.start("okta-users:list?repeatCount=1");
            plain.start("okta-users:list?repeatCount=1&includeDeprovisioned=false");

            await().until(() -> all.received.size() == 2 && plain.received.size() == 1);
            assertThat(all.logins()).containsExactlyInAnyOrder("gone@example.com", "here@example.com");
            assertThat(plain.logins()).containsExactly("here@example.com");
        }
    }

    @Test
    void a_poll_that_may_deliver_no_more_is_gone_on_with_by_the_next(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 8);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=3&maxMessagesPerPoll=2&repeatCount=4");

            await().until(() -> consumer.received.size() == 8);
            assertThat(new HashSet<>(consumer.logins())).hasSize(8);
            assertThat(consumer.received)
                    .filteredOn(e -> e.getMessage().getHeader(OktaUsersConstants.LIST_COMPLETE) != null)
                    .hasSize(1);
            assertThat(okta.requests().count()).isEqualTo(3);
        }
    }

    @Test
    void a_listing_that_breaks_off_is_never_complete_and_the_next_poll_begins_anew(OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 4);
        okta.faults().on("GET", "/api/v1/users").nth(2).fail(Fault.internalError());
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=2&repeatCount=2");

            await().until(() -> consumer.received.size() == 6);
            assertThat(consumer.logins())
                    .containsExactly(
                            "user0@example.com",
                            "user1@example.com",
                            "user0@example.com",
                            "user1@example.com",
                            "user2@example.com",
                            "user3@example.com");
            assertThat(consumer.received)
                    .extracting(e -> e.getMessage().getHeader(OktaUsersConstants.LIST_COMPLETE))
                    .containsExactly(null, null, null, null, null, true);
            assertThat(consumer.failures).singleElement().isInstanceOf(OktaUsersException.class);
        }
    }

    @Test
    void the_next_page_is_read_while_this_one_is_worked_on(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 4);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=2&repeatCount=1", exchange -> await().until(
                            () -> okta.requests().count() == 2));

            await().until(() -> consumer.received.size() == 4);
        }
    }

    @Test
    void with_pages_for_bodies_an_exchange_carries_a_list(OktaSimulator okta) throws Exception {
        ConsumerFixture.addUsers(okta, 3);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=2&delivery=page&repeatCount=1");

            await().until(() -> consumer.received.size() == 2);
            assertThat(consumer.received)
                    .extracting(e -> e.getMessage().getBody(List.class).size())
                    .containsExactly(2, 1);
            assertThat(consumer.received)
                    .extracting(e -> e.getProperty(Exchange.BATCH_SIZE))
                    .containsExactly(2, 1);
            assertThat(consumer.received)
                    .extracting(e -> e.getMessage().getHeader(OktaUsersConstants.LIST_COMPLETE))
                    .containsExactly(null, true);
        }
    }

    @Test
    void other_paged_lists_are_consumed_too(OktaSimulator okta) throws Exception {
        String ann = okta.user("ann@example.com")
                .grant("0oaone", "okta.users.read")
                .grant("0oatwo", "okta.users.manage")
                .add()
                .id();
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:listGrants?limit=1&repeatCount=1&userId=" + ann);

            await().until(() -> consumer.received.size() == 2);
            assertThat(consumer.received)
                    .extracting(e -> e.getMessage().getBody(Map.class).get("scopeId"))
                    .containsExactlyInAnyOrder("okta.users.read", "okta.users.manage");
        }
    }
}
