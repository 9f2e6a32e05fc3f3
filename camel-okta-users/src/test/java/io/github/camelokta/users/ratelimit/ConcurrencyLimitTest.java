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
    void a_refusal_pauses_for_a_tenth_to_half_a_second() {
        send(1);
        random = 0;
        limit.refused(NOW);
        assertThat(limit.earliest(NOW)).isEqualTo(NOW + SECOND / 10);
        send(1);
        random = 0.999999;
        limit.refused(NOW);
        assertThat(limit.earliest(NOW)).isBetween(NOW + SECOND / 10 * 4, NOW + SECOND / 2);
    }

    @Test
    void a_herd_of_refusals_cuts_a_quarter_once() {
        send(40);
        for (int i = 0; i < 20; i++) {
            limit.refused(NOW + i * SECOND / 50);
        }
        assertThat(limit.limit()).isEqualTo(30);

        limit.refused(NOW + SECOND / 2 + 1);
        assertThat(limit.limit()).isEqualTo(15);
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
