/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cursor holds when exchanges cannot be made, or the cursor cannot be stored. */
class BrokenDeliveryTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void twoUsers() {
        rig.limit = 50;
        rig.horizon = 60;
        rig.write("ua", 1_000, 'A').write("ub", 2_000, 'A');
    }

    @Test
    void a_user_whose_exchange_cannot_be_made_counts_as_failed_and_what_was_confirmed_is_stored() {
        rig.pollAt(1_500);
        rig.news();
        rig.write("uc", 3_000, 'A');
        rig.holds = true;
        rig.pollAt(2_500);
        rig.held.remove(0).delivered();
        rig.holds = false;
        rig.breaking = new IllegalStateException("no exchange");
        assertThatThrownBy(() -> rig.pollAt(5_000)).isSameAs(rig.breaking);
        assertThat(rig.news()).containsExactly("ub:A");

        rig.breaking = null;
        rig.restart();
        assertThat(rig.cursor().failed()).extracting("id").containsExactly("uc");
        rig.polls(1);
        assertThat(rig.news()).containsExactly("uc:A");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void where_a_poll_was_to_end_for_a_moment_nobody_is_passed_over(boolean wholePages) {
        for (int at = 1; at < 12; at++) {
            Rig interrupted = new Rig();
            interrupted.limit = 3;
            interrupted.wholePages = wholePages;
            interrupted.refusedAt = at;
            for (int i = 0; i < 6; i++) {
                interrupted.write("u" + (char) ('a' + i), 1_000 * (i + 1), 'A');
            }
            interrupted.now = 100_000;
            interrupted.polls(3);
            assertThat(interrupted.news())
                    .as("refused at call %d", at)
                    .containsExactly("ua:A", "ub:A", "uc:A", "ud:A", "ue:A", "uf:A");
        }
    }

    @Test
    void a_cursor_that_cannot_be_stored_after_the_poll_is_told_of_and_stored_with_the_next() {
        rig.holds = true;
        rig.pollAt(5_000);
        rig.storeFailing = new IllegalStateException("disk full");
        rig.held.forEach(UserDelivery::delivered);
        assertThat(rig.notices).containsExactly("not stored");

        rig.storeFailing = null;
        rig.polls(1);
        rig.restart().poll();
        assertThat(rig.news()).containsExactly("ua:A", "ub:A");
    }
}
