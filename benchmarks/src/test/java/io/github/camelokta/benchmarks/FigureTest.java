/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void counts_the_median_of_the_rounds() {
        assertThat(new Figure(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Figure(List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }

    @Test
    void shows_the_spread_of_the_rounds() {
        assertThat(new Figure(List.of(9.0, 1.0)).and(2.0).text()).isEqualTo("2.00 [1.00-9.00]");
        assertThat(new Figure(List.of(9.0)).text()).isEqualTo("9.00");
    }
}
