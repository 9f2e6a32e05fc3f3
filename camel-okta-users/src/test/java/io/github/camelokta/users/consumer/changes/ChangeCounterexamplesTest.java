/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.consumer.changes.History.Paging;
import org.junit.jupiter.api.Test;

/** Small histories in each of which a simpler algorithm loses, repeats or starves. */
class ChangeCounterexamplesTest {
    private final Rig rig = new Rig();

    @Test
    void a_row_that_slides_to_the_front_while_pages_are_read_is_met() {
        rig.paging = Paging.OFFSET;
        rig.horizon = 1;
        rig.pageTime = 100;
        rig.write("ua", -10_000, 'A').write("ub", -9_000, 'A').write("ua", 150, 'B');

        rig.polls(3);

        assertThat(rig.news()).containsExactly("ua:A", "ub:A", "ua:B");
    }

    @Test
    void an_anchor_that_moves_does_not_jump_over_those_between() {
        rig.paging = Paging.ID_ANCHORED;
        rig.pageTime = 100;
        rig.write("uf", -6_000, 'A').write("ue", 110, 'A').write("uf", 120, 'B').write("ug", 130, 'A');

        rig.polls(3);

        assertThat(rig.news()).contains("ue:A", "uf:B", "ug:A").doesNotHaveDuplicates();
    }

    @Test
    void the_watermark_does_not_pass_the_time_at_which_a_long_poll_began() {
        rig.horizon = 2;
        rig.workTime = 800;
        rig.write("ub", 2_000, 'A')
                .late("ue", 2_864, 4_864, 'A')
                .write("uc", 2_948, 'A')
                .write("ud", 3_500, 'A');
        rig.write("uf", 4_200, 'A').write("ug", 5_000, 'A').write("uh", 6_000, 'A');

        rig.pollAt(2_960).pollAt(12_000).pollAt(20_000);

        assertThat(rig.news()).contains("ue:A", "uh:A").doesNotHaveDuplicates();
    }

    @Test
    void the_same_content_at_another_time_is_a_new_state() {
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ua", 5_000, 'A').write("ua", 9_000, 'B');
        rig.write("ua", 12_000, 'A');
        rig.pollAt(2_000).pollAt(6_000).pollAt(10_000).pollAt(13_000);
        assertThat(rig.news()).containsExactly("ua:A", "ua:A", "ua:B", "ua:A");
    }

    @Test
    void a_user_that_goes_back_within_a_second_is_delivered_as_it_is() {
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ua", 1_394, 'B').write("ua", 1_859, 'A');
        rig.pollAt(1_100).pollAt(1_500).pollAt(1_900).pollAt(5_000);
        assertThat(rig.news()).containsExactly("ua:A", "ua:B", "ua:A");
    }

    @Test
    void a_crash_between_two_states_of_one_second_does_not_hide_the_way_back() {
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ua", 1_394, 'B').write("ua", 1_859, 'A');
        rig.pollAt(1_100);
        rig.holds = true;
        rig.pollAt(1_500);
        rig.stored = rig.storedAtDelivery;
        rig.restart();
        rig.holds = false;
        rig.pollAt(1_900);
        assertThat(rig.news()).containsExactly("ua:A", "ua:B", "ua:A");
    }

    @Test
    void a_crash_while_the_index_had_gone_back_does_not_hide_the_newest_state() {
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ua", 5_000, 'B');
        rig.pollAt(6_000);
        rig.staleness = 2_000;
        rig.holds = true;
        rig.pollAt(6_500);
        rig.stored = rig.storedAtDelivery;
        rig.restart();
        rig.holds = false;
        rig.staleness = 0;
        rig.pollAt(8_000);
        assertThat(rig.news()).containsExactly("ua:B", "ua:A", "ua:B");
    }

    @Test
    void users_that_fail_for_ever_leave_room_for_the_others() {
        rig.maxMessages = 1;
        rig.horizon = 60;
        rig.failing.add("ua");
        rig.failing.add("ub");
        rig.write("ua", 1_000, 'A')
                .write("ub", 1_000, 'A')
                .write("uc", 2_000, 'A')
                .write("ud", 3_000, 'A');
        rig.now = 10_000;
        rig.polls(12);
        assertThat(rig.news()).contains("uc:A", "ud:A");
        assertThat(rig.cursor().failed()).hasSize(2);
    }

    @Test
    void the_cursor_goes_on_past_a_user_that_fails_for_ever_and_does_not_grow() {
        rig.limit = 50;
        rig.horizon = 5;
        rig.failing.add("ua");
        rig.write("ua", 1_000, 'A');
        for (int second = 2; second < 200; second++) {
            rig.write("u" + (char) ('b' + second % 9), second * 1_000L, 'A');
        }
        rig.now = 1_500;
        rig.polls(210);
        assertThat(rig.cursor().watermark()).isEqualTo(210);
        assertThat(rig.cursor().seen()).hasSizeLessThanOrEqualTo(9);
        assertThat(rig.news().stream().filter("ua:A"::equals)).hasSizeBetween(5, 12);
    }

    @Test
    void the_cursor_is_stored_after_each_page() {
        rig.write("ua", 1_000, 'A').write("ub", 2_000, 'A').write("uc", 3_000, 'A');
        rig.pollAt(10_000);
        assertThat(rig.saves).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_second_that_fills_pages_is_read_until_two_passes_saw_the_same() {
        rig.paging = Paging.OFFSET;
        rig.pageTime = 100;
        rig.now = 5_000;
        rig.write("ub", -9_990, 'A')
                .write("uc", -9_980, 'A')
                .write("ud", -9_970, 'A')
                .write("ub", 5_600, 'B');
        rig.polls(3);
        assertThat(rig.news()).contains("ub:A", "uc:A", "ud:A", "ub:B").doesNotHaveDuplicates();
    }

    @Test
    void a_row_that_is_late_by_the_horizon_is_met() {
        rig.horizon = 2;
        rig.limit = 50;
        rig.late("ua", 17_998, 19_998, 'A').write("ub", 19_000, 'A');
        rig.pollAt(19_990).pollAt(25_000);
        assertThat(rig.news()).containsExactly("ub:A", "ua:A");
    }

    @Test
    void nothing_before_now_is_delivered() {
        rig.startFrom = StartFrom.NOW;
        rig.horizon = 60;
        rig.limit = 2;
        rig.write("ua", 1_000, 'A')
                .write("ub", 5_000, 'A')
                .write("uc", 5_100, 'A')
                .write("ud", 5_200, 'A');
        rig.write("ue", 5_900, 'A').write("ua", 9_000, 'B');
        rig.pollAt(5_500).pollAt(7_000).pollAt(10_000);
        assertThat(rig.news()).containsExactly("ue:A", "ua:B");
    }

    @Test
    void nothing_before_the_instant_is_delivered() {
        rig.startFrom = new StartFrom(false, 5);
        rig.horizon = 60;
        rig.write("ua", 4_999, 'A').write("ub", 5_000, 'A');
        rig.pollAt(7_000);
        assertThat(rig.news()).containsExactly("ub:A");
    }

    @Test
    void a_failed_state_that_is_replaced_is_not_waited_for() {
        rig.horizon = 5;
        rig.limit = 50;
        rig.failing.add("ua:A");
        rig.write("ua", 1_000, 'A').write("ua", 2_000, 'B').write("ub", 3_000, 'A');
        rig.pollAt(1_500).pollAt(4_000);
        assertThat(rig.news()).containsExactly("ua:A", "ua:B", "ub:A");
        assertThat(rig.cursor().failed()).isEmpty();
    }

    @Test
    void a_failed_user_that_is_deleted_is_forgotten() {
        rig.failing.add("ua");
        rig.write("ua", 1_000, 'A').write("ua", 2_000, '-');
        rig.pollAt(1_500).pollAt(4_000);
        assertThat(rig.news()).containsExactly("ua:A");
        assertThat(rig.cursor().failed()).isEmpty();
    }

    @Test
    void a_state_waits_for_the_one_before_it() {
        rig.holds = true;
        rig.write("ua", 1_000, 'A').write("ua", 2_000, 'B');
        rig.pollAt(1_500).pollAt(3_000);
        assertThat(rig.news()).containsExactly("ua:A");
        rig.held.remove(0).delivered();
        rig.pollAt(4_000);
        assertThat(rig.news()).containsExactly("ua:B");
    }

    @Test
    void a_longer_horizon_delivers_nothing_again() {
        rig.horizon = 1;
        rig.limit = 50;
        rig.write("ua", 1_000, 'A').write("ub", 50_000, 'A').write("uc", 100_000, 'A');
        rig.pollAt(101_000);
        rig.news();
        rig.horizon = 600;
        rig.restart();
        rig.pollAt(102_000);
        assertThat(rig.news()).isEmpty();
    }

    @Test
    void known_users_do_not_count_as_messages() {
        rig.maxMessages = 2;
        rig.horizon = 600;
        rig.limit = 50;
        for (char user = 'a'; user < 'j'; user++) {
            rig.write("u" + user, 1_000, 'A');
        }
        rig.now = 2_000;
        rig.polls(5);
        assertThat(rig.news()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void without_a_Date_the_newest_is_asked_for_and_the_page_read_again() {
        rig.dates = false;
        rig.horizon = 2;
        rig.limit = 50;
        rig.write("ua", 1_000, 'A');
        rig.pollAt(2_000);
        assertThat(rig.queries).containsExactly("SINCE", "NEWEST", "SINCE");
    }
}
