/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the pieces of code that a page names the language of: {@code [source,java]} and fences of Markdown. A comment in the
 * line before, {@code // as in FILE} or {@code <!-- as in FILE -->}, names the file that the code is a piece of.
 */
final class SampleReader {
    private static final Pattern ASCIIDOC = Pattern.compile("\\[source,\\s*(\\w+)[^]]*]");
    private static final Pattern MARKDOWN = Pattern.compile("```(\\w+)");
    private static final Pattern ORIGIN = Pattern.compile("(?://|<!--) as in (\\S+)(?: -->)?");

    private SampleReader() {}

    static List<Sample> read(Path root, Path page) throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<String> lines = Files.readAllLines(root.resolve(page));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<String> language = first(ASCIIDOC, line).or(() -> first(MARKDOWN, line));
            int open = line.startsWith("```") ? i : i + 1;
            if (language.isPresent()) {
                String fence = lines.get(open).strip();
                int close = open + 1;
                while (!lines.get(close).strip().equals(fence.startsWith("```") ? "```" : fence)) {
                    close++;
                }
                String text = String.join("\n", lines.subList(open + 1, close)) + "\n";
                Optional<Path> origin = i == 0
                        ? Optional.empty()
                        : first(ORIGIN, lines.get(i - 1)).map(Path::of);
                samples.add(new Sample(page, open + 2, language.get(), text, origin));
                i = close;
            }
        }
        return samples;
    }

    private static Optional<String> first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
