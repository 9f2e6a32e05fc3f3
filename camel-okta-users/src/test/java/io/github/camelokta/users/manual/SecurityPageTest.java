/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that the page of threats names is there, and none of its rows is without one. */
class SecurityPageTest {
    private static final Path PAGE = Path.of("..", "docs", "security.adoc");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void the_tests_that_it_names_exist() throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher name = NAME.matcher(Files.readString(PAGE));
        int names = 0;
        while (name.find()) {
            names++;
            String source = source(name.group(1));
            if (source.isEmpty() || name.group(2) != null && !source.contains(" void " + name.group(2) + "(")) {
                missing.add(name.group());
            }
        }
        assertThat(names).isGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void each_threat_names_one() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("|===") + 4, page.lastIndexOf("|==="));
        List<String> threats = Stream.of(table.strip().split("\n\n")).skip(1).toList();

        assertThat(threats).hasSizeGreaterThan(15).allMatch(threat -> NAME.matcher(threat)
                .find());
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path file = files.filter(each -> each.endsWith(test + ".java"))
                    .findFirst()
                    .orElse(null);
            return file == null ? "" : Files.readString(file);
        }
    }
}
