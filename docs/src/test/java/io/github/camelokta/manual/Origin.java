/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The file that a sample is a piece of. The page holds the text itself, because code hosts include nothing. */
final class Origin {
    private Origin() {}

    /** Fails unless the sample stands in the file, line by line; only how far the whole of it is indented may differ. */
    static void check(Path root, Sample sample, Path origin) throws IOException {
        Path file = root.resolve(origin);
        assertThat(file).as("%s says it is a piece of this file", sample).isRegularFile();
        List<String> lines = Files.readAllLines(file);
        String shown = sample.text().stripIndent().strip();
        int length = (int) shown.lines().count();
        assertThat(IntStream.rangeClosed(0, lines.size() - length)
                        .mapToObj(start -> String.join("\n", lines.subList(start, start + length)))
                        .map(piece -> piece.stripIndent().strip()))
                .as("%s is no piece of %s any more: change both, or take the comment away", sample, origin)
                .contains(shown);
    }
}
