/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build put the committed files aside before it generated them anew: the two must be the same. */
class GeneratedCodeTest {
    private static final String REMEDY = "src/generated is stale: run 'mvn process-classes -pl camel-okta-users -am'"
            + " and commit what changed in camel-okta-users/src/generated";

    @Test
    void the_committed_files_are_those_that_the_generator_writes() {
        Map<String, String> committed = files(Path.of("target", "committed-generated"));
        Map<String, String> generated = files(Path.of("src", "generated"));

        assertThat(committed).as("the copy made by the build").isNotEmpty();
        assertThat(committed.keySet()).as(REMEDY).isEqualTo(generated.keySet());
        committed.forEach(
                (file, text) -> assertThat(text).as("%s: %s", file, REMEDY).isEqualTo(generated.get(file)));
    }

    private static Map<String, String> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> root.relativize(path).toString(),
                            GeneratedCodeTest::text,
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
