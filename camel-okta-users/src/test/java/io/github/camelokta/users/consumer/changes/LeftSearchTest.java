/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user that failed is no longer found by the search, or not as it failed. */
class LeftSearchTest {
    private static final long NEVER = 1_000_000_000;

    private final Rig rig = new Rig();

    /** It fails in the poll at 2 s, is out of the search at 3 s, and lives. */
    private void failAndLeave() {
        rig.limit = 50;
        rig.write("ua", 1_000, 'A').write("ua", 3_000, '-').late("ua", 3_001, NEVER, 'B');
        rig.failing.add("ua");
        rig.pollAt(2_000);
        rig.failing.clear();
        rig.news();
        rig.now = 4_000;
    }

    private List<Integer> looks(int polls) {
        List<Integer> looks = new ArrayList<>();
        for (int poll = 2; poll < 2 + polls; poll++) {
            rig.queries.clear();
            rig.polls(1);
            if (rig.queries.contains("USER ua")) {
                looks.add(poll);
            }
        }
        return looks;
    }

    @Test
    void it_is_given_up_after_eight_looks_with_longer_and_longer_pauses() {
        rig.searched = true;
        failAndLeave();

        assertThat(looks(300)).containsExactly(2, 3, 5, 9, 17, 33, 65, 129);
        assertThat(rig.notices).contains("forgotten ua");
        assertThat(rig.cursor().failed()).isEmpty();
        assertThat(rig.news()).isEmpty();
    }

    @Test
    void who_is_found_before_that_is_delivered() {
        rig.searched = true;
        failAndLeave();
        rig.write("ua", 20_000, 'C');

        rig.polls(40);

        assertThat(rig.news()).containsExactly("ua:C");
        assertThat(rig.notices).doesNotContain("forgotten ua");
        assertThat(rig.cursor().failed()).isEmpty();
    }

    @Test
    void who_comes_back_after_that_is_found_as_any_change_is() {
        rig.searched = true;
        failAndLeave();
        rig.write("ua", 250_000, 'C');

        rig.polls(300);

        assertThat(rig.notices).contains("forgotten ua");
        assertThat(rig.news()).containsExactly("ua:C");
    }

    @Test
    void without_a_search_of_ones_own_it_is_kept() {
        failAndLeave();

        assertThat(looks(300)).containsExactly(2, 3, 5, 9, 17, 33, 65, 129, 193, 257);
        assertThat(rig.cursor().failed()).hasSize(1);
    }

    @Test
    void who_is_erased_is_forgotten_for_good() {
        rig.write("ua", 1_000, 'A').write("ua", 3_000, '-');
        rig.failing.add("ua");
        rig.pollAt(2_000).pollAt(4_000);

        rig.restart();
        assertThat(rig.cursor().failed()).isEmpty();
    }

    @Test
    void an_index_that_shows_what_was_delivered_before_the_failure_is_waited_for() {
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ua", 5_000, 'B');
        rig.failing.add("ua:B");
        rig.pollAt(2_000).pollAt(6_000);
        assertThat(rig.news()).containsExactly("ua:A", "ua:B");

        rig.failing.clear();
        rig.staleness = 3_000;
        rig.pollAt(7_000);
        assertThat(rig.news()).isEmpty();
        rig.staleness = 0;
        rig.now = 8_000;
        rig.polls(2);
        assertThat(rig.news()).containsExactly("ua:B");
    }

    @Test
    void the_users_of_a_failed_page_come_again_one_by_one() {
        rig.limit = 50;
        rig.wholePages = true;
        rig.write("ua", 1_000, 'A').write("ub", 1_001, 'A');
        rig.failing.add("ub");
        rig.pollAt(2_000);
        rig.failing.clear();
        rig.deliveries.clear();
        rig.polls(1);

        assertThat(rig.deliveries)
                .extracting(delivery -> delivery.users().size())
                .containsExactly(1, 1);
        assertThat(rig.cursor().failed()).isEmpty();
    }
}
