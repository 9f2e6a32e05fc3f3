/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text files of the project, without what builds and editors make. */
final class SourceTree {
    private static final Set<String> LEFT_OUT =
            Set.of("target", ".git", ".idea", ".vscode", ".settings", "node_modules");
    private static final Pattern TEXT =
            Pattern.compile(".*(\\.(java|xml|adoc|md|ya?ml|json|properties|csv|svg|html|css|js|sql)|/\\.ci/.*)");

    private final Map<String, String> texts;

    private SourceTree(Map<String, String> texts) {
        this.texts = texts;
    }

    static SourceTree of(Path root) {
        Map<String, String> texts = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = "/" + root.relativize(file).toString().replace('\\', '/');
                    if (TEXT.matcher(name).matches()) {
                        texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceTree(texts);
    }

    List<String> named(Pattern pattern) {
        return texts.keySet().stream()
                .filter(name -> pattern.matcher(name).matches())
                .toList();
    }

    String text(String name) {
        return texts.get(name);
    }

    /** Where a pattern is found, as FILE:LINE and the first characters, which are enough to find it and too few to use. */
    List<String> findings(List<Pattern> patterns) {
        return texts.entrySet().stream()
                .flatMap(file -> patterns.stream().flatMap(pattern -> findings(file, pattern)))
                .toList();
    }

    private static Stream<String> findings(Map.Entry<String, String> file, Pattern pattern) {
        Matcher matcher = pattern.matcher(file.getValue());
        return matcher.results().map(found -> {
            long line = file.getValue().substring(0, found.start()).lines().count();
            String start = found.group().lines().findFirst().orElse("");
            return file.getKey() + ":" + line + ": " + start.substring(0, Math.min(12, start.length())) + "...";
        });
    }
}
