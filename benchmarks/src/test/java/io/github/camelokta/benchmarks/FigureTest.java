/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void countsTheMedianOfTheRounds() {
        assertThat(new Figure("x", "s", 2.0, List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Figure("x", "s", 2.0, List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }

    @Test
    void missesATargetOnlyAboveIt() {
        assertThat(new Figure("x", "s", 2.0, List.of(2.0)).isMissed()).isFalse();
        assertThat(new Figure("x", "s", 2.0, List.of(2.1)).isMissed()).isTrue();
        assertThat(new Figure("x", "s", null, List.of(9.0)).isMissed()).isFalse();
    }
}
