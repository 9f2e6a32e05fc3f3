/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetTest {
    private final Sheet sheet = new Sheet("list")
            .target("ours", "s", Target.atMost(2))
            .target("ours", "calls", Target.atLeast(10))
            .target("ours", "never measured", Target.atMost(0));

    @Test
    void misses_a_target_only_beyond_it() {
        sheet.note("ours", "s", 2.0);
        sheet.note("ours", "calls", 10.0);

        assertThat(sheet.missed()).isEmpty();
    }

    @Test
    void tells_what_missed_its_target_by_the_median() {
        sheet.note("ours", "s", 1.0);
        sheet.note("ours", "s", 3.0);
        sheet.note("ours", "s", 3.0);
        sheet.note("ours", "calls", 9.0);

        assertThat(sheet.missed())
                .containsExactly(
                        "list: ours: s 3.00 [1.00-3.00], target <= 2.00", "list: ours: calls 9.00, target >= 10.0");
    }

    @Test
    void prints_a_row_for_each_subject() {
        sheet.note("peer", "s", 4.0);
        sheet.note("ours", "s", 2.0);
        sheet.note("ours", "calls", 12.0);

        assertThat(sheet.text())
                .contains("| | s | calls", "| peer | 4.00 | ", "| ours | 2.00 (<= 2.00: met) | 12.0 (>= 10.0: met)");
    }
}
