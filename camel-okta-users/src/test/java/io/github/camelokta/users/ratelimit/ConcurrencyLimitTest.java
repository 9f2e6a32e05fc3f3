/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private static final long NOW = 5 * SECOND;
    private double random = 0.5;
    private final ConcurrencyLimit cap = new ConcurrencyLimit(() -> random);

    private void send(int calls) {
        for (int i = 0; i < calls; i++) {
            cap.sent();
        }
    }

    @Test
    void nothing_is_held_back_before_a_refusal() {
        send(500);

        assertThat(cap.earliest(NOW)).isEqualTo(NOW);
    }

    @Test
    void a_refusal_pauses_for_a_tenth_to_half_a_second() {
        send(1);
        random = 0;
        cap.refused(NOW);
        assertThat(cap.earliest(NOW)).isEqualTo(NOW + SECOND / 10);
        send(1);
        random = 0.999999;
        cap.refused(NOW);
        assertThat(cap.earliest(NOW)).isBetween(NOW + SECOND / 10 * 4, NOW + SECOND / 2);
    }

    @Test
    void a_herd_of_refusals_cuts_a_quarter_once() {
        send(40);
        for (int i = 0; i < 20; i++) {
            cap.refused(NOW + i * SECOND / 50);
        }
        assertThat(cap.cap()).isEqualTo(30);

        cap.refused(NOW + SECOND / 2 + 1);
        assertThat(cap.cap()).isEqualTo(15);
    }

    @Test
    void at_the_cap_an_answer_must_come_first() {
        send(4);
        cap.refused(NOW);
        assertThat(cap.earliest(NOW + SECOND)).isEqualTo(BucketLimit.UNKNOWN);

        cap.ended();

        assertThat(cap.earliest(NOW + SECOND)).isEqualTo(NOW + SECOND);
    }

    @Test
    void a_round_of_clean_answers_makes_room_for_one_more() {
        send(4);
        cap.refused(NOW);
        assertThat(cap.cap()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            send(1);
            assertThat(cap.cap()).isEqualTo(3);
            cap.answered();
        }

        assertThat(cap.cap()).isEqualTo(4);
    }

    @Test
    void one_call_can_always_run() {
        for (int i = 1; i < 10; i++) {
            send(1);
            cap.refused(NOW + i * SECOND);
        }

        assertThat(cap.cap()).isOne();
    }
}
