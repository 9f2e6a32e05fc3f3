/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CommandLine commandLine = new CommandLine(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void runsTheSampleOrgAndSaysWhere() {
        try (OktaSimulator okta = commandLine.run("--port", "0")) {
            assertThat(new OktaClient(okta).get("/api/v1/users/ada.admin").status())
                    .isEqualTo(200);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(okta.orgUrl() + " with 10 users", "Token: " + okta.token());
        }
    }

    @Test
    void makesUsersAndKeepsATokenOfOnesOwnToItself() {
        try (OktaSimulator okta = commandLine.run("--port", "0", "--users", "3", "--token", "00canary")) {
            assertThat(new OktaClient(okta).get("/api/v1/users").json()).hasSize(3);
            assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("00canary");
        }
    }

    @Test
    void explainsItselfWhenItDoesNotUnderstand() {
        assertThatThrownBy(() -> commandLine.run("--ports", "1"))
                .hasMessageContaining("Unknown argument: --ports")
                .hasMessageContaining("Usage:");
        assertThatThrownBy(() -> commandLine.run("--port", "many")).hasMessageContaining("--port takes a number");
        assertThatThrownBy(() -> commandLine.run("--port")).hasMessageContaining("No value for --port");
    }

    @Test
    void helpAndMistakesAreSentencesWithoutAStackTrace() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(CommandLine.main(new String[] {"--help"}, console, errors)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--seed org.json", "--chaos 7", "POST /simulator/reset");
        assertThat(err.size()).isZero();
        assertThat(CommandLine.main(new String[] {"--port", "many"}, console, errors))
                .isEqualTo(2);
        assertThat(CommandLine.main(new String[] {"--seed", "nowhere.json"}, console, errors))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("--port takes a number, not: many")
                .contains("Cannot read the seed nowhere.json")
                .doesNotContain("\tat ", "Exception");
    }
}
