/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.examples.demo.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void each_says_one_thing() {
        assertThat(Launcher.ARGUMENTS.parse()).isEmpty();
        assertThat(Launcher.ARGUMENTS.parse("--real")).containsExactlyInAnyOrder("--real");
        assertThat(Launcher.ARGUMENTS.parse("--apply", "--real")).containsExactlyInAnyOrder("--real", "--apply");
        assertThat(Launcher.ARGUMENTS.parse("--samples")).containsExactlyInAnyOrder("--samples");
        assertThat(Launcher.ARGUMENTS.parse("--help")).containsExactly("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reel", "--REAL", "real", "--apply=yes", ""})
    void an_unknown_one_is_refused_by_name(String argument) {
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse("--samples", argument))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no argument '" + argument
                        + "': the arguments are --real, --apply, --samples and --help.");
    }

    @Test
    void sample_people_do_not_meet_a_real_org() {
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse("--real", "--samples"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--samples does not go with --real");
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse("--samples", "--apply", "--real"))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void nothing_is_applied_that_is_not_real() {
        assertThatThrownBy(() -> Launcher.ARGUMENTS.parse("--apply"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--apply goes with --real only");
    }
}
