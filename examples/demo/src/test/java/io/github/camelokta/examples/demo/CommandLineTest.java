/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final Arguments ARGUMENTS =
            new Arguments("what it does", Arguments.REAL, "--apply", Arguments.HELP).realOnly("--apply", "so.");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_run_is_the_simulated_one_unless_a_real_one_is_asked_for() {
        assertThat(run(switches -> 7, switches -> 8)).isEqualTo(7);
        assertThat(run(switches -> 7, switches -> switches.contains("--apply") ? 8 : 9, "--apply", "--real"))
                .isEqualTo(8);
    }

    @Test
    void help_starts_nothing() {
        assertThat(run(CommandLineTest::never, CommandLineTest::never, "--real", "--help"))
                .isZero();
        assertThat(out).hasToString("what it does");
    }

    @Test
    void what_is_not_served_is_2_with_its_sentence_and_what_fails_is_1() {
        assertThat(run(CommandLineTest::never, CommandLineTest::never, "--apply"))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("--apply goes with --real only: so.");
        assertThat(run(CommandLineTest::never, CommandLineTest::never)).isEqualTo(1);
    }

    private static int never(Iterable<String> switches) {
        throw new IllegalStateException("run with " + switches);
    }

    private int run(CommandLine.Run simulated, CommandLine.Run real, String... args) {
        return new CommandLine(ARGUMENTS, new PrintStream(out, true), new PrintStream(err, true))
                .run(simulated, real, args);
    }
}
