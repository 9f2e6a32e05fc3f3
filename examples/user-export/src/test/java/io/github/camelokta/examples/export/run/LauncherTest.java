/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.examples.export.state.TableStateRepository;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void a_database_that_is_not_there_is_named_without_its_password() {
        Map<String, String> environment = Map.of(
                "OKTA_CLIENT_ORGURL", "http://127.0.0.1:1",
                "OKTA_CLIENT_TOKEN", "00real",
                "DATABASE_URL", "jdbc:h2:file:/dev/null/x;PASSWORD=hidden",
                "DATABASE_PASSWORD", "hidden");

        assertThat(run(environment, "--real")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("The database jdbc:h2:file:/dev/null/x cannot be opened")
                .doesNotContain("hidden");
    }

    @Test
    void a_cursor_that_cannot_be_used_ends_it_with_the_sentence_that_says_what_to_do(@TempDir Path directory) {
        Database file = Database.embedded(directory);
        try (HikariDataSource database = file.open()) {
            TableStateRepository cursors = new TableStateRepository(database);
            cursors.start();
            cursors.setState("okta-users/127.0.0.1/list/user-export", "okta-users-changes v1 | torn");
        }
        Map<String, String> environment = Map.of(
                "OKTA_CLIENT_ORGURL", "http://127.0.0.1:1",
                "OKTA_CLIENT_TOKEN", "00real",
                "DATABASE_URL", file.url(),
                "DATABASE_USERNAME", "sa");

        assertThat(run(environment, "--real")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("The export does not start: The stored cursor is damaged");
    }

    @Test
    void help_is_no_mistake() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(printed()).contains("--real", "--samples");
    }

    /** Everything that could lead to a real org or database is set, and leads to a port on which nobody listens. */
    @Test
    void the_demo_exports_what_changed_and_keeps_to_itself() {
        Map<String, String> environment = Map.of(
                "OKTA_CLIENT_ORGURL", "http://127.0.0.1:1",
                "OKTA_CLIENT_TOKEN", "00real",
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/real");

        assertThat(run(environment)).as(this::printed).isZero();

        List<String> lines = printed().lines().toList();
        assertThat(lines.get(0))
                .matches("Okta: simulated org at http://127\\.0\\.0\\.1:\\d+, database: jdbc:h2:file:\\S+");
        assertThat(lines).element(1).asString().startsWith("First export: 300 users written, the table has 300, all");
        assertThat(lines).last().asString().startsWith("Second export: 6 users written, the table has 301, all");
        assertThat(printed()).doesNotContain("@example.com");
    }

    private int run(Map<String, String> environment, String... args) {
        return new Launcher(environment, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true))
                .run(args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
