/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.users.consumer.changes.cursor.ChangeCursor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is bounded, and what happens at the bound. */
class ChangeLimitsTest {
    private final Rig rig = new Rig();

    @Test
    void a_failure_beyond_the_pending_ones_ends_the_poll_until_there_is_room() {
        rig.limits = new ChangeSettings.Limits(2, 50, 1_000, 50);
        rig.horizon = 1;
        rig.limit = 50;
        users(6, 10_000);
        rig.failing.addAll(List.of("ua", "ub", "uc", "ud"));

        rig.pollAt(100_000);

        assertThat(rig.news()).containsExactly("ua:A", "ub:A", "uc:A");
        assertThat(rig.notices).contains("full 2");
        assertThat(rig.poller().isRetryQueueFull()).isTrue();
        assertThat(rig.cursor().watermark()).isEqualTo(20);

        rig.failing.clear();
        rig.polls(2);
        assertThat(rig.news()).containsExactly("ua:A", "ub:A", "uc:A", "ud:A", "ue:A", "uf:A");
        assertThat(rig.poller().isRetryQueueFull()).isFalse();
    }

    @Test
    void a_poll_that_may_not_deliver_more_is_not_at_the_end() {
        rig.maxMessages = 2;
        users(3, 1_000);
        rig.pollAt(5_000);
        assertThat(rig.poller().isAtTheEnd()).isFalse();
        rig.pollAt(6_000);
        assertThat(rig.poller().isAtTheEnd()).isTrue();
    }

    @Test
    void failed_users_are_tried_first_and_then_less_and_less_often() {
        rig.limit = 50;
        users(1, 1_000);
        rig.failing.add("ua");
        List<Integer> tries = new ArrayList<>();
        rig.now = 5_000;
        for (int poll = 1; poll < 40; poll++) {
            rig.polls(1);
            if (!rig.news().isEmpty()) {
                tries.add(poll);
            }
        }
        assertThat(tries).containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(rig.queries).startsWith("SINCE", "USER ua", "SINCE");
    }

    @Test
    void pending_users_take_half_of_the_messages_in_turn() {
        rig.limit = 50;
        rig.limits = new ChangeSettings.Limits(3, 50, 1_000, 50);
        users(3, 1_000);
        rig.failing.addAll(List.of("ua", "ub", "uc"));
        rig.pollAt(5_000);
        rig.maxMessages = 2;
        rig.restart();
        rig.news();

        rig.polls(3);

        assertThat(rig.news()).containsExactly("ua:A", "ub:A", "uc:A");
    }

    @Test
    void with_one_message_a_poll_failed_users_have_every_other_one() {
        rig.maxMessages = 1;
        rig.horizon = 60;
        rig.failing.add("ua");
        rig.failing.add("ub");
        users(4, 1_000);
        rig.now = 10_000;
        rig.polls(6);
        assertThat(rig.news()).containsExactly("ua:A", "ua:A", "ub:A", "ua:A", "uc:A", "ub:A");
    }

    @Test
    void a_failed_user_that_is_skipped_is_passed() {
        rig.skips = true;
        users(2, 1_000);
        rig.failing.add("ua");
        rig.now = 5_000;
        rig.polls(3);
        assertThat(rig.news()).containsExactly("ua:A", "ub:A");
        assertThat(rig.notices).containsExactly("skipped ua");
    }

    @Test
    void the_horizon_shrinks_to_the_users_that_are_kept() {
        rig.limits = new ChangeSettings.Limits(10, 4, 1_000, 50);
        rig.horizon = 600;
        rig.limit = 50;
        users(10, 1_000);
        rig.now = 60_000;

        rig.polls(3);

        assertThat(rig.news()).hasSize(10);
        assertThat(rig.cursor().seen()).hasSize(4);
        // The newest change, and the two seconds that the clock went on.
        assertThat(rig.cursor().watermark()).isEqualTo(12);
        assertThat(rig.cursor().from()).isEqualTo(7);
        assertThat(rig.notices).contains("horizon 3");
        rig.restart();
        rig.polls(1);
        assertThat(rig.news()).isEmpty();
    }

    @Test
    void more_users_in_one_second_than_are_kept_come_once() {
        rig.limits = new ChangeSettings.Limits(10, 4, 1_000, 50);
        rig.horizon = 600;
        rig.limit = 3;
        for (char user = 'a'; user < 'k'; user++) {
            rig.write("u" + user, 5_000, 'A');
        }
        rig.now = 60_000;
        rig.polls(3);
        assertThat(rig.news()).hasSize(10);
        assertThat(rig.cursor().seen()).hasSize(4);
    }

    @Test
    void a_poll_waits_while_so_many_users_are_in_flight() {
        rig.limits = new ChangeSettings.Limits(10, 50, 1_000, 3);
        rig.holds = true;
        rig.whenAskedToGoOn = () -> {
            if (rig.held.size() > 2) {
                rig.held.remove(1).delivered();
            }
        };
        users(8, 1_000);
        rig.now = 60_000;
        rig.polls(1);
        assertThat(rig.news()).hasSize(8);
        assertThat(rig.poller().inFlight()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_stop_ends_the_wait_for_users_in_flight() {
        rig.limits = new ChangeSettings.Limits(10, 50, 1_000, 3);
        rig.holds = true;
        rig.whenAskedToGoOn = () -> rig.mayDeliver = rig.held.size() < 3;
        users(8, 1_000);
        rig.now = 60_000;
        rig.polls(2);
        assertThat(rig.news()).hasSize(3);

        rig.whenAskedToGoOn = () -> {};
        rig.mayDeliver = true;
        rig.held.forEach(UserDelivery::delivered);
        rig.held.clear();
        rig.holds = false;
        rig.polls(1);
        assertThat(rig.news()).containsExactly("ud:A", "ue:A", "uf:A", "ug:A", "uh:A");
    }

    @Test
    void more_users_in_flight_than_are_kept_are_waited_for_and_the_poll_goes_on() {
        rig.limits = new ChangeSettings.Limits(10, 4, 1_000, 3);
        rig.horizon = 600;
        rig.limit = 3;
        rig.holds = true;
        rig.whenAskedToGoOn = () -> {
            if (rig.held.size() > 1 || rig.poller().inFlight() > 0) {
                rig.held.remove(rig.held.size() - 1).delivered();
            }
        };
        for (char user = 'a'; user < 'k'; user++) {
            rig.write("u" + user, 5_000, 'A');
        }
        rig.now = 60_000;
        rig.polls(1);
        assertThat(rig.news()).hasSize(10);
    }

    @Test
    void an_exchange_that_never_ends_lets_no_more_be_remembered_than_are_kept() {
        rig.limits = new ChangeSettings.Limits(10, 3, 1_000, 50);
        rig.holds = true;
        rig.limit = 50;
        users(9, 1_000);
        rig.now = 60_000;
        rig.maxMessages = 1;
        rig.polls(1);
        rig.holds = false;
        rig.maxMessages = 0;
        rig.polls(5);
        assertThat(rig.cursor().watermark()).isLessThan(1);
        // One held, the three that are kept, and the one that was too many.
        assertThat(rig.news()).hasSize(5);
    }

    @Test
    void the_last_exchange_after_a_poll_stores_the_cursor() {
        rig.holds = true;
        rig.limit = 50;
        users(2, 1_000);
        rig.pollAt(60_000);
        int saves = rig.saves;
        rig.held.get(1).delivered();
        assertThat(rig.saves).isEqualTo(saves);
        rig.held.get(0).delivered();
        rig.held.get(0).failed();
        assertThat(rig.saves).isEqualTo(saves + 1);
        rig.restart();
        rig.polls(1);
        assertThat(rig.news()).containsExactly("ua:A", "ub:A");
    }

    @Test
    void what_is_confirmed_after_the_stop_overwrites_nothing() {
        rig.holds = true;
        users(1, 1_000);
        rig.pollAt(60_000);
        rig.poller().stop();
        rig.stored = "a successor's";
        rig.held.get(0).delivered();
        assertThat(rig.stored).isEqualTo("a successor's");
    }

    @Test
    void a_stop_in_the_middle_of_a_page_is_gone_on_from() {
        rig.limit = 50;
        users(4, 1_000);
        rig.maxMessages = 2;
        rig.pollAt(60_000);
        rig.mayDeliver = false;
        rig.maxMessages = 0;
        rig.restart();
        rig.polls(1);
        assertThat(rig.news()).containsExactly("ua:A", "ub:A");
        rig.mayDeliver = true;
        rig.polls(1);
        assertThat(rig.news()).containsExactly("uc:A", "ud:A");
    }

    @Test
    void the_cursor_keeps_those_within_the_horizon_alone() {
        rig.limit = 50;
        rig.horizon = 5;
        users(10, 1_000);
        rig.now = 60_000;
        rig.polls(1);
        assertThat(rig.cursor().seen())
                .extracting(ChangeCursor.Seen::lastUpdated)
                .containsExactlyInAnyOrder(5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void an_empty_poll_moves_and_stores_nothing() {
        rig.limit = 50;
        users(2, 1_000);
        rig.now = 60_000;
        rig.polls(2);
        String stored = rig.stored;
        int saves = rig.saves;
        rig.polls(3);
        assertThat(rig.saves).isEqualTo(saves);
        assertThat(rig.stored).isEqualTo(stored);
    }

    private void users(int count, long apart) {
        for (int i = 0; i < count; i++) {
            rig.write("u" + (char) ('a' + i), (i + 1) * apart, 'A');
        }
    }

    @Test
    void after_a_quiet_horizon_an_idle_poll_reads_one_page_and_stores_nothing() {
        rig.limit = 3;
        rig.horizon = 5;
        users(10, 1_000);
        rig.now = 11_000;
        rig.polls(7);
        rig.queries.clear();
        int saves = rig.saves;
        rig.polls(100);
        assertThat(rig.queries).hasSize(100);
        assertThat(rig.saves).isEqualTo(saves);
        assertThat(rig.cursor().seen()).isEmpty();
    }

    @Test
    void users_whose_cursor_cannot_be_stored_before_they_are_handed_out_come_again_though_failed_ones_are_skipped() {
        rig.skips = true;
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ua", 1_500, 'B');
        rig.pollAt(1_200);
        rig.storeFailing = new IllegalStateException("disk full");
        assertThatThrownBy(() -> rig.pollAt(2_000)).isSameAs(rig.storeFailing);
        assertThat(rig.notices).doesNotContain("skipped ua");
        rig.storeFailing = null;
        rig.polls(1);
        assertThat(rig.news()).containsExactly("ua:A", "ua:B");
    }

    @Test
    void a_poll_that_ends_for_want_of_room_for_failed_users_gives_nothing_so_that_greedy_pauses() {
        rig.limits = new ChangeSettings.Limits(2, 50, 1_000, 50);
        rig.limit = 50;
        rig.wholePages = true;
        users(6, 1_000);
        rig.failing.addAll(List.of("ua", "ub", "uc", "ud", "ue", "uf"));
        rig.now = 60_000;
        assertThat(rig.poller().poll()).isZero();
        assertThat(rig.notices).as("one line a poll").containsExactly("full 2");
    }
}
