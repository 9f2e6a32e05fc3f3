/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.consumer.changes.DeletionRig;
import org.junit.jupiter.api.Test;

/** When those who are missing are asked for, and when not. */
class RemovalTurnTest {
    private final DeletionRig rig = new DeletionRig();

    @Test
    void one_whose_exchange_fails_for_ever_is_asked_for_less_and_less_often() {
        rig.users("a").poll();
        rig.gone("a");
        rig.failing.add("deleted a");
        rig.pass();
        for (int i = 0; i < 8; i++) {
            rig.poll();
        }
        assertThat(rig.said.stream().filter("deleted a"::equals))
                .as("in polls 1, 2, 4 and 8")
                .hasSize(4);
    }

    @Test
    void a_listing_that_was_stopped_in_the_middle_makes_nobody_missing() {
        rig.users("a", "b", "c").poll();
        rig.stopsAtListed = 1;
        rig.pass().poll();
        rig.stopsAtListed = 0;
        rig.stopped = false;
        int listings = rig.listings;
        rig.poll();

        assertThat(rig.listings).as("begun again").isEqualTo(listings + 1);
        assertThat(rig.asked).isEmpty();
    }

    @Test
    void what_was_perhaps_heard_before_a_crash_is_put_right_after_it() {
        rig.searched = true;
        rig.users("a", "b").poll();
        rig.hidden.add("a");
        rig.holds = true;
        rig.pass().poll();
        rig.hidden.clear();
        rig.restart();
        rig.poll();
        assertThat(rig.said).endsWith("outOfScope a", "changed a");
    }

    @Test
    void who_is_back_is_said_once_more_if_that_was_perhaps_not_heard_before_a_crash() {
        rig.searched = true;
        rig.users("a", "b").poll();
        rig.pass().users("c").poll();
        rig.hidden.add("a");
        rig.pass().poll();
        rig.hidden.clear();
        rig.holds = true;
        rig.pass().poll();
        assertThat(rig.said).endsWith("outOfScope a", "changed a");
        rig.holds = false;
        rig.restart();
        rig.pass().poll();
        assertThat(rig.said).endsWith("changed a", "changed a");
        rig.pass().poll().pass().poll();
        assertThat(rig.said).hasSize(6);
    }
}
