/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final long NOW = 5 * SECOND;
    private double random = 0.5;
    private final ConcurrencyLimit limit = new ConcurrencyLimit(() -> random);

    private void send(int calls) {
        for (int i = 0; i < calls; i++) {
            limit.sent();
        }
    }

    @Test
    void nothing_is_held_back_before_a_refusal() {
        send(500);

        assertThat(limit.earliest(NOW)).isEqualTo(NOW);
    }

    @Test
    void a_refusal_while_nothing_runs_pauses_for_a_tenth_to_half_a_second() {
        random = 0;
        send(1);
        limit.refused(NOW);
        assertThat(limit.earliest(NOW)).isEqualTo(NOW + SECOND / 10);

        ConcurrencyLimit another = new ConcurrencyLimit(() -> 0.999999);
        another.sent();
        another.refused(NOW);
        assertThat(another.earliest(NOW)).isBetween(NOW + SECOND / 10 * 4, NOW + SECOND / 2);
    }

    @Test
    void pauses_grow_up_to_two_seconds_until_an_answer_comes() {
        random = 0.999999;
        long longest = 0;
        for (int refusals = 0; refusals < 5; refusals++) {
            send(1);
            limit.refused(NOW);
            assertThat(limit.earliest(NOW) - NOW).isGreaterThanOrEqualTo(longest);
            longest = limit.earliest(NOW) - NOW;
        }
        assertThat(longest).isEqualTo(2 * SECOND);

        send(1);
        limit.answered();
        send(1);
        limit.refused(NOW);
        assertThat(limit.earliest(NOW)).isBetween(NOW + SECOND / 10 * 4, NOW + SECOND / 2);
    }

    @Test
    void a_herd_of_refusals_leaves_as_many_as_were_not_refused() {
        send(40);
        for (int i = 0; i < 20; i++) {
            limit.refused(NOW + i * SECOND / 50);
        }
        assertThat(limit.limit()).isEqualTo(20);
        assertThat(limit.earliest(NOW + SECOND)).as("those run").isEqualTo(BucketLimit.UNKNOWN);

        limit.refused(NOW + SECOND / 2 + 1);
        assertThat(limit.limit()).isEqualTo(19);
    }

    @Test
    void answers_between_the_refusals_of_a_herd_are_replaced_one_for_one() {
        send(40);
        for (int i = 0; i < 20; i++) {
            limit.refused(NOW);
            limit.answered();
            assertThat(limit.earliest(NOW)).isEqualTo(NOW);
            send(1);
            assertThat(limit.earliest(NOW)).isEqualTo(BucketLimit.UNKNOWN);
        }

        assertThat(limit.limit()).isEqualTo(20);
    }

    @Test
    void a_raise_that_was_refused_is_tried_again_ever_more_rarely() {
        send(4);
        limit.refused(NOW);
        for (int round = 1; round <= 16; round *= 2) {
            int answers = 0;
            while (limit.limit() == 3) {
                send(1);
                limit.answered();
                answers++;
            }
            assertThat(answers).isEqualTo(3 * Math.min(round, 8));
            send(1);
            limit.refused(NOW);
            assertThat(limit.limit()).isEqualTo(3);
        }
    }

    @Test
    void at_the_limit_an_answer_must_come_first() {
        send(4);
        limit.refused(NOW);
        assertThat(limit.earliest(NOW + SECOND)).isEqualTo(BucketLimit.UNKNOWN);

        limit.ended();

        assertThat(limit.earliest(NOW + SECOND)).isEqualTo(NOW + SECOND);
    }

    @Test
    void a_round_of_clean_answers_makes_room_for_one_more() {
        send(4);
        limit.refused(NOW);
        assertThat(limit.limit()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            send(1);
            assertThat(limit.limit()).isEqualTo(3);
            limit.answered();
        }

        assertThat(limit.limit()).isEqualTo(4);
    }

    @Test
    void one_call_can_always_run() {
        for (int i = 1; i < 10; i++) {
            send(1);
            limit.refused(NOW + i * SECOND);
        }

        assertThat(limit.limit()).isOne();
    }
}
