/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--apply", "--real --samples"})
    void a_call_that_it_does_not_serve_ends_with_a_sentence_and_2_and_starts_nothing(String args) {
        assertThat(run(Map.of(), args.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_real_run_without_an_environment_ends_with_2_and_starts_nothing() {
        assertThat(run(Map.of(), "--real", "--apply")).isEqualTo(2);

        assertThat(err.toString()).startsWith("--real needs OKTA_CLIENT_ORGURL");
        assertThat(out.size()).isZero();
    }

    @Test
    void help_is_no_mistake() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString()).contains("--real", "--apply", "--samples");
    }

    private int run(Map<String, String> environment, String... args) {
        return new Launcher(environment, SyncFixture.stream(out), SyncFixture.stream(err), false).run(args);
    }
}
