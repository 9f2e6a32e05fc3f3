/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page of the manual includes is there: AsciiDoc leaves a line in the page where it is not, and goes on. */
class IncludesTest {
    private static final Path MANUAL = Path.of("..", "docs");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^:(\\w+): (.+)$");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^include::(.+)\\[(?:tag=(\\w+))?.*]$");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(MANUAL)) {
            return files.filter(file -> file.toString().endsWith(".adoc"))
                    .filter(file -> !includes(file).isEmpty())
                    .toList();
        }
    }

    @Test
    void pages_with_includes_are_found() throws IOException {
        assertThat(pages()).extracting(page -> page.getFileName().toString()).contains("dsl-and-tools.adoc");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void an_included_file_and_its_tag_exist(Path page) throws IOException {
        for (String[] include : includes(page)) {
            Path file = MANUAL.resolve(include[0]);
            assertThat(file).exists();
            if (include[1] != null) {
                assertThat(file).content().contains("tag::" + include[1] + "[]", "end::" + include[1] + "[]");
            }
        }
    }

    private static List<String[]> includes(Path page) {
        try {
            String[] text = {Files.readString(page)};
            ATTRIBUTE
                    .matcher(text[0])
                    .results()
                    .forEach(
                            attribute -> text[0] = text[0].replace("{" + attribute.group(1) + "}", attribute.group(2)));
            Matcher matcher = INCLUDE.matcher(text[0]);
            return matcher.results()
                    .map(include -> new String[] {include.group(1), include.group(2)})
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
