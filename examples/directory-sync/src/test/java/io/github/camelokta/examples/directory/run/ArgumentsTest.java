/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void each_says_one_thing() {
        assertThat(Arguments.parse()).isEqualTo(new Arguments(false, false, false, false));
        assertThat(Arguments.parse("--real")).isEqualTo(new Arguments(true, false, false, false));
        assertThat(Arguments.parse("--apply", "--real")).isEqualTo(new Arguments(true, true, false, false));
        assertThat(Arguments.parse("--samples")).isEqualTo(new Arguments(false, false, true, false));
        assertThat(Arguments.parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reel", "--REAL", "real", "--apply=yes", ""})
    void an_unknown_one_is_refused_by_name(String argument) {
        assertThatThrownBy(() -> Arguments.parse("--samples", argument))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no argument '" + argument
                        + "': the arguments are --real, --apply, --samples and --help.");
    }

    @Test
    void sample_people_do_not_meet_a_real_org() {
        assertThatThrownBy(() -> Arguments.parse("--real", "--samples"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--samples does not go with --real");
        assertThatThrownBy(() -> Arguments.parse("--samples", "--apply", "--real"))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void nothing_is_applied_that_is_not_real() {
        assertThatThrownBy(() -> Arguments.parse("--apply"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--apply goes with --real only");
    }
}
