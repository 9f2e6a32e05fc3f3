/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.benchmarks.stub.RateWindow.Turn;
import org.junit.jupiter.api.Test;

class RateWindowTest {
    private final RateWindow window = new RateWindow(2, 5);

    @Test
    void refuses_what_exceeds_the_limit_until_the_next_window() {
        assertThat(window.take(11)).isEqualTo(new Turn(false, 2, 1, 15));
        assertThat(window.take(12)).isEqualTo(new Turn(false, 2, 0, 15));
        assertThat(window.take(14)).isEqualTo(new Turn(true, 2, 0, 15));
        assertThat(window.take(15)).isEqualTo(new Turn(false, 2, 1, 20));
    }
}
