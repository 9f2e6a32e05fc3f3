/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerClockTest {
    private final ServerClock clock = new ServerClock();

    @Test
    void it_is_known_only_from_an_answer() {
        assertThat(clock.surelyAt(5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_answer_that_came_soonest_after_its_second_tells_most() {
        clock.observe(1000, SECOND / 2);
        clock.observe(1001, SECOND + SECOND / 10);
        clock.observe(1001, SECOND + SECOND / 2);

        assertThat(clock.surelyAt(1002)).isBetween(2 * SECOND + SECOND / 10, 2 * SECOND + SECOND / 9);
    }

    @Test
    void what_was_learned_long_ago_is_less_sure() {
        clock.observe(1000, 0);

        assertThat(clock.surelyAt(1000 + 100_000)).isEqualTo(100_010 * SECOND);
    }

    @Test
    void a_clock_that_was_set_back_is_believed() {
        clock.observe(1_000_000, 0);
        clock.observe(1000, 0);

        assertThat(clock.surelyAt(1001)).isEqualTo(SECOND + SECOND / 10_000);
    }
}
