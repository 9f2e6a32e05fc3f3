/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.examples.demo.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void none_is_the_simulated_run() {
        assertThat(Launcher.ARGUMENTS.parse()).isEmpty();
    }

    @Test
    void each_says_one_thing() {
        assertThat(Launcher.ARGUMENTS.parse("--real")).containsExactlyInAnyOrder("--real");
        assertThat(Launcher.ARGUMENTS.parse("--samples")).containsExactlyInAnyOrder("--samples");
        assertThat(Launcher.ARGUMENTS.parse("--keep-running", "--samples"))
                .containsExactlyInAnyOrder("--samples", "--keep-running");
        assertThat(Launcher.ARGUMENTS.parse("--help")).containsExactly("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reel", "--REAL", "real", "--samples=5", "--spring.profiles.active=x", ""})
    void an_unknown_one_is_refused_by_name(String argument) {
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse("--samples", argument))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no argument '" + argument
                        + "': the arguments are --real, --samples, --keep-running and --help.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--samples", "--keep-running"})
    void what_belongs_to_the_simulated_run_does_not_go_with_real(String argument) {
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse("--real", argument))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(argument + " does not go with --real");
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse(argument, "--real")).isInstanceOf(UsageException.class);
    }
}
