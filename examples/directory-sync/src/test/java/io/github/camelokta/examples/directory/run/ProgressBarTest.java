/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void elsewhere_it_is_a_line_for_each_tenth() {
        show(false, 2_000, 2_000);

        assertThat(printed().lines())
                .hasSize(10)
                .startsWith("   10 %  200 of 2,000 calls")
                .endsWith("  100 %  2,000 of 2,000 calls");
    }

    @Test
    void on_a_terminal_it_is_one_line() {
        show(true, 4, 4);

        assertThat(List.of(printed().split("\r")))
                .containsExactly(
                        "",
                        "  [##########------------------------------]  25 %  1 of 4 calls",
                        "  [####################--------------------]  50 %  2 of 4 calls",
                        "  [##############################----------]  75 %  3 of 4 calls",
                        "  [########################################] 100 %  4 of 4 calls" + System.lineSeparator());
    }

    @Test
    void it_does_not_say_that_all_is_done_before_it_is() {
        show(false, 3, 2);

        assertThat(printed().lines()).containsExactly("   33 %  1 of 3 calls", "   66 %  2 of 3 calls");
    }

    @Test
    void there_is_none_where_there_is_nothing_to_do_and_none_beyond_the_end() {
        show(true, 0, 3);
        assertThat(printed()).isEmpty();

        show(false, 1, 3);
        assertThat(printed().lines()).containsExactly("  100 %  1 of 1 calls");
    }

    private void show(boolean terminal, int total, int steps) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (ProgressBar bar = new ProgressBar(stream, terminal, total)) {
            for (int step = 0; step < steps; step++) {
                bar.step();
            }
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
