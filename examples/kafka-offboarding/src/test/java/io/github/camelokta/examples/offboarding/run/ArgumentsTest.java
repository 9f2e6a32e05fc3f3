/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void none_is_the_simulated_run() {
        assertThat(Arguments.parse()).isEqualTo(new Arguments(false, false, false, false));
    }

    @Test
    void each_says_one_thing() {
        assertThat(Arguments.parse("--real")).isEqualTo(new Arguments(true, false, false, false));
        assertThat(Arguments.parse("--samples")).isEqualTo(new Arguments(false, true, false, false));
        assertThat(Arguments.parse("--keep-running", "--samples")).isEqualTo(new Arguments(false, true, true, false));
        assertThat(Arguments.parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reel", "--REAL", "real", "--samples=5", "--spring.profiles.active=x", ""})
    void an_unknown_one_is_refused_by_name(String argument) {
        assertThatThrownBy(() -> Arguments.parse("--samples", argument))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no argument '" + argument
                        + "': the arguments are --real, --samples, --keep-running and --help.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--samples", "--keep-running"})
    void what_belongs_to_the_simulated_run_does_not_go_with_real(String argument) {
        assertThatThrownBy(() -> Arguments.parse("--real", argument))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(argument + " does not go with --real");
        assertThatThrownBy(() -> Arguments.parse(argument, "--real")).isInstanceOf(UsageException.class);
    }
}
