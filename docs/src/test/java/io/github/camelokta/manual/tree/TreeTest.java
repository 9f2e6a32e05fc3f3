/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for the project's files as such: licence, length, and nothing that belongs to one machine or must stay secret. */
class TreeTest {
    private static final SourceTree TREE = SourceTree.of(Path.of(".."));
    private static final int LONGEST = 400;

    /** Longer files, each with its reason. */
    private static final Map<Pattern, String> LONG = Map.of(
            Pattern.compile(".*/changes/DeliveryTracker\\.java"), "owns all locked state of mode=changes",
            Pattern.compile(".*/FidelityTest\\.java"), "one exercise over all behaviours of the simulated org",
            Pattern.compile(".*/OktaUsersOperation\\.java"), "the table of operations grows by a line or two per entry",
            Pattern.compile(".*/\\w*(Configuration|Component|Endpoint|Constants)\\.java"),
                    "Camel wants all options, or all headers, to stand in one class");

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-----\\s*\\n\\s*[A-Za-z0-9+/]{40}"),
            Pattern.compile("\\b00[A-Za-z0-9_-]{40}\\b"),
            Pattern.compile("\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{40,}\""),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile("\\b(ghp|gho|glpat|xox[bp])[-_][A-Za-z0-9]{20,}"),
            Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"));

    private static final List<Pattern> MACHINE_PATHS = List.of(
            Pattern.compile("(?<![\\w.:/-])/(home|Users|root|work)/\\w"),
            Pattern.compile("\\bC:\\\\+Users\\b"),
            Pattern.compile("\\.m2/repository/\\w"));

    @Test
    void each_java_file_and_pom_names_its_licence() {
        Pattern ours = Pattern.compile("(?!.*/src/generated/).*(\\.java|pom\\.xml)");
        assertThat(TREE.named(ours).stream().filter(file -> TREE.text(file)
                        .lines()
                        .limit(2)
                        .noneMatch(line -> line.contains("SPDX-License-Identifier: Apache-2.0"))))
                .as("files without SPDX-License-Identifier: Apache-2.0 in their first two lines")
                .isEmpty();
    }

    @Test
    void no_file_holds_a_secret() {
        assertThat(TREE.findings(SECRETS)).isEmpty();
    }

    @Test
    void no_file_names_a_path_of_one_machine() {
        assertThat(TREE.findings(MACHINE_PATHS)).isEmpty();
    }

    @Test
    void a_java_file_that_is_long_has_a_reason() {
        assertThat(sources().filter(file -> lines(file) > LONGEST).filter(file -> LONG.keySet().stream()
                        .noneMatch(reason -> reason.matcher(file).matches())))
                .as("longer than %d lines: split them by their reasons, or name the reason here", LONGEST)
                .isEmpty();
    }

    @Test
    void a_decision_record_has_a_number_of_its_own_and_is_short() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("decisions"))) {
            List<Path> records = files.filter(
                            file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .toList();
            Set<String> numbers = records.stream()
                    .map(file -> file.getFileName().toString().substring(0, 4))
                    .collect(Collectors.toSet());
            assertThat(numbers).hasSameSizeAs(records);
            for (Path file : records) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(40);
            }
        }
    }

    private static long lines(String file) {
        return TREE.text(file).lines().count();
    }

    private static Stream<String> sources() {
        return TREE.named(Pattern.compile("(?!.*/src/generated/).*\\.java")).stream();
    }
}
