/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelokta.users.consumer.changes.DeletionRig;
import io.github.camelokta.users.consumer.changes.TooManyMissingException;
import io.github.camelokta.users.consumer.changes.cursor.UnusableCursorException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When it is compared who is there, who is asked for, and what is said of whom. */
class RemovalDetectorTest {
    private final DeletionRig rig = new DeletionRig();

    @Test
    void who_is_deleted_is_said_once_after_a_period() {
        rig.users("a", "b").poll();
        rig.gone("a");
        rig.poll();
        assertThat(rig.said).containsExactly("created a", "created b");
        rig.pass().poll().pass().poll().pass().poll();
        assertThat(rig.said).containsExactly("created a", "created b", "deleted a");
        assertThat(rig.asked).containsExactly("a");
    }

    @Test
    void a_restart_does_not_begin_the_period_anew() {
        rig.users("a").poll();
        rig.gone("a");
        rig.restart();
        rig.poll();
        assertThat(rig.asked).isEmpty();
        rig.pass().restart();
        rig.poll();
        assertThat(rig.said).endsWith("deleted a");
    }

    @Test
    void who_was_delivered_since_the_listing_is_known_after_a_crash() {
        rig.users("a").poll();
        rig.users("b").poll();
        rig.gone("b");
        rig.pass().restart();
        rig.poll();
        assertThat(rig.said).endsWith("deleted b");
    }

    @Test
    void who_is_there_and_not_shown_is_lag_without_a_search() {
        rig.users("a").poll();
        rig.hidden.add("a");
        rig.pass().poll();
        assertThat(rig.asked).containsExactly("a");
        assertThat(rig.said).containsExactly("created a");
    }

    @Test
    void who_left_the_search_is_said_once_and_may_return_and_be_deleted() {
        rig.searched = true;
        rig.users("a", "b").poll();
        rig.hidden.add("a");
        rig.pass().poll().pass().poll();
        assertThat(rig.said).containsExactly("created a", "created b", "outOfScope a");
        assertThat(rig.bodies).endsWith("{\"id\":\"a\",\"created\":\"x\"}");

        rig.hidden.clear();
        rig.pass().poll().pass().poll();
        assertThat(rig.said).endsWith("outOfScope a", "changed a").hasSize(4);

        rig.hidden.add("a");
        rig.pass().poll();
        rig.gone("a");
        rig.pass().poll().pass().poll();
        assertThat(rig.said).endsWith("changed a", "outOfScope a", "deleted a").hasSize(6);
        assertThat(rig.bodies).endsWith("{\"id\":\"a\"}");
    }

    @Test
    void any_other_answer_waits_for_the_next_period() {
        rig.users("a").poll();
        rig.gone("a");
        rig.refusesGet = true;
        rig.pass().poll();
        rig.refusesGet = false;
        rig.poll();
        assertThat(rig.said).containsExactly("created a");
        assertThat(rig.notices).containsExactly("undecided a");
        rig.pass().poll();
        assertThat(rig.said).endsWith("deleted a");
    }

    @Test
    void a_listing_that_breaks_off_says_nothing_and_is_begun_again() {
        rig.users("a", "b", "c").poll();
        rig.gone("a");
        rig.breaksAtListing = true;
        rig.pass();
        assertThatIllegalStateException().isThrownBy(rig::poll);
        assertThat(rig.asked).isEmpty();
        rig.breaksAtListing = false;
        rig.poll();
        assertThat(rig.said).endsWith("deleted a");
    }

    @Test
    void too_many_at_once_fail_each_poll_and_nobody_is_asked_for() {
        rig.most = 1;
        rig.users("a", "b", "c").poll();
        rig.gone("a").gone("b");
        rig.pass();
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(TooManyMissingException.class)
                    .isThrownBy(rig::poll)
                    .withMessageContaining("2 of 3")
                    .withMessageContaining("maxDeletions");
        }
        assertThat(rig.asked).isEmpty();
        assertThat(rig.listings).isEqualTo(2);

        rig.most = 2;
        rig.restart();
        rig.poll();
        assertThat(rig.said).endsWith("deleted a", "deleted b");
    }

    @Test
    void by_default_1_percent_may_vanish_but_not_less_than_10_or_more_than_100() {
        RemovalSettings settings = rig.settings(0);
        assertThat(List.of(settings.most(5), settings.most(3_000), settings.most(1_000_000)))
                .containsExactly(10, 30, 100);
        assertThat(rig.settings(7).most(1_000_000)).isEqualTo(7);
    }

    @Test
    void a_failed_one_comes_again_and_the_others_go_on() {
        rig.users("a", "b").poll();
        rig.gone("a").gone("b");
        rig.failing.add("deleted a");
        rig.pass().poll().poll();
        rig.failing.clear();
        rig.poll().poll().poll();
        assertThat(rig.said.stream().filter("deleted a"::equals)).hasSize(3);
        assertThat(rig.said.stream().filter("deleted b"::equals)).hasSize(1);
    }

    @Test
    void a_failed_one_is_passed_over_with_skip() {
        rig.skip = true;
        rig.users("a").poll();
        rig.gone("a");
        rig.failing.add("deleted a");
        rig.pass().poll().pass().poll();
        assertThat(rig.said).containsExactly("created a", "deleted a");
        assertThat(rig.notices).containsExactly("skipped a");
    }

    @Test
    void departures_count_as_messages() {
        rig.users("a", "b", "c").poll();
        rig.gone("a").gone("b");
        rig.maxMessages = 1;
        rig.restart();
        rig.pass().poll();
        assertThat(rig.said).endsWith("created c", "deleted a");
        rig.poll();
        assertThat(rig.said).endsWith("deleted a", "deleted b");
        assertThat(rig.listings).isEqualTo(2);
    }

    @Test
    void one_that_is_under_way_is_not_said_again() {
        rig.users("a").poll();
        rig.gone("a");
        rig.holds = true;
        rig.pass().poll().pass().poll();
        rig.held.remove(0).delivered();
        rig.pass().poll();
        assertThat(rig.said).containsExactly("created a", "deleted a");
    }

    @Test
    void one_that_lands_after_the_last_poll_is_not_said_again_after_a_stop() {
        rig.users("a").poll();
        rig.gone("a");
        rig.holds = true;
        rig.pass().poll();
        rig.held.remove(0).delivered();
        rig.stop();
        rig.restart();
        rig.pass().poll();
        assertThat(rig.said).containsExactly("created a", "deleted a");
    }

    @Test
    void one_that_lands_while_another_is_asked_for_is_not_said_again() {
        rig.users("a", "b").poll();
        rig.gone("a").gone("b");
        rig.holds = true;
        rig.pass().poll();
        rig.held.get(0).failed();
        rig.atGet = () -> rig.held.get(1).delivered();
        rig.poll();
        assertThat(rig.asked).containsExactly("a", "b", "a");
    }

    @Test
    void an_old_row_in_a_listing_does_not_make_the_dead_known() {
        rig.users("a", "b").poll();
        rig.gone("a");
        rig.pass().poll();
        rig.ghosts.add("a");
        rig.pass().poll().pass().poll();
        rig.ghosts.clear();
        rig.pass().poll();
        assertThat(rig.said).containsExactly("created a", "created b", "deleted a");
        assertThat(rig.stored.get("notes")).contains("gone 0");
    }

    @Test
    void one_that_an_old_row_brings_back_is_said_again() {
        rig.users("a").poll();
        rig.gone("a");
        rig.pass().poll();
        rig.shown("a");
        rig.poll();
        rig.gone("a");
        rig.pass().poll();
        assertThat(rig.said).containsExactly("created a", "deleted a", "changed a", "deleted a");
    }

    @Test
    void texts_that_are_not_whole_or_of_another_search_are_refused() {
        rig.users("a").poll();
        String notes = rig.stored.get("notes");
        for (String bad : List.of(
                "torn",
                notes.substring(0, notes.length() - 1),
                notes.replace("search 0000000000000009", "search 0000000000000008"))) {
            rig.stored.put("notes", bad);
            assertThatExceptionOfType(UnusableCursorException.class)
                    .isThrownBy(rig::restart)
                    .withMessageStartingWith("The stored set of known users ");
        }
        assertThat(notes).doesNotContain("=").doesNotContain("\n");
    }
}
