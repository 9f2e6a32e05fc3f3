/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.org.UserStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--real", "--real --samples"})
    void a_call_that_it_does_not_serve_ends_with_a_sentence_and_2_and_starts_nothing(String args) {
        assertThat(run(Map.of(), args.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void help_is_no_mistake() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--real", "--samples", "--keep-running");
    }

    /** Everything that could lead to a real org or Kafka is set, and leads to a port on which nobody listens. */
    @Test
    void the_demo_keeps_its_promises_and_to_itself() {
        Map<String, String> environment = Map.of(
                "KAFKA_BROKERS", "127.0.0.1:1",
                "OKTA_CLIENT_ORGURL", "http://127.0.0.1:1",
                "OKTA_CLIENT_TOKEN", "00real");
        System.setProperty("camel.component.okta-users.org-url", "http://127.0.0.1:1");
        System.setProperty("camel.component.kafka.brokers", "127.0.0.1:1");
        try {
            assertThat(run(environment)).as(this::printed).isZero();
        } finally {
            System.clearProperty("camel.component.okta-users.org-url");
            System.clearProperty("camel.component.kafka.brokers");
        }

        List<String> lines = printed().lines().toList();
        assertThat(lines.get(0))
                .matches("Okta: simulated org at http://127\\.0\\.0\\.1:\\d+, Kafka: embedded broker \\S+:\\d+");
        assertThat(lines).anyMatch(line -> line.matches("closed +sample +was +suspend .*"));
        assertThat(lines)
                .filteredOn(line -> line.endsWith(" DEPROVISIONED  nothing"))
                .hasSize(10);
        assertThat(lines)
                .anyMatch(line -> line.matches("00u\\S+ +by login +LOCKED_OUT +- +sent +sent +2 sent +sent +sent .*"));
        assertThat(lines).anyMatch(line -> line.matches("00u\\S+ +protected +the account is on the list .*"));
        assertThat(lines).last().asString().startsWith("Checked against the org's state");
        assertThat(printed()).doesNotContain("@example.com");
    }

    @Test
    void a_promise_that_is_not_kept_is_exit_code_1() {
        Demo demo = new Demo(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                false,
                okta -> List.of(new Sample(
                        "expected to fail",
                        okta.user("ann@example.com").session().add(),
                        UserStatus.ACTIVE,
                        Bench.leaving("ann@example.com"),
                        "protected")));

        assertThat(demo.run()).isEqualTo(1);
        assertThat(printed().lines())
                .anyMatch(line -> line.startsWith("NOT AS PROMISED: hr.leavers-0@0 (expected to fail)"));
    }

    private int run(Map<String, String> environment, String... args) {
        return new Launcher(environment, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true))
                .run(args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
