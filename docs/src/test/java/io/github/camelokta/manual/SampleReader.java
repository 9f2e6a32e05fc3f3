/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the pieces of code that a page names the language of: {@code [source,java]} and fences of Markdown. What is included
 * from a test is tried there.
 */
final class SampleReader {
    private static final Pattern ASCIIDOC = Pattern.compile("\\[source,\\s*(\\w+)[^]]*]");
    private static final Pattern MARKDOWN = Pattern.compile("```(\\w+)");

    private SampleReader() {}

    static List<Sample> read(Path root, Path page) throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<String> lines = Files.readAllLines(root.resolve(page));
        for (int i = 0; i < lines.size(); i++) {
            String language = language(lines.get(i));
            int open = lines.get(i).startsWith("```") ? i : i + 1;
            if (language != null) {
                String fence = lines.get(open).strip();
                int close = open + 1;
                while (!lines.get(close).strip().equals(fence.startsWith("```") ? "```" : fence)) {
                    close++;
                }
                String text = String.join("\n", lines.subList(open + 1, close)) + "\n";
                if (!text.contains("include::")) {
                    samples.add(new Sample(page, open + 2, language, text));
                }
                i = close;
            }
        }
        return samples;
    }

    private static String language(String line) {
        for (Pattern pattern : List.of(ASCIIDOC, MARKDOWN)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
