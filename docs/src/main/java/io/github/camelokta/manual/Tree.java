/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The project's files. Paths are relative to its root. */
record Tree(Path root) {

    /** The file that a link on a page means: a page's source, a directory's README, or any other file. */
    Optional<Path> find(Path from, String link) {
        Path plain = from.resolveSibling(link).normalize();
        String name = plain.toString();
        List<Path> candidates = name.endsWith(".html")
                ? List.of(plain, Path.of(name.replaceFirst("html$", "adoc")))
                : List.of(plain.resolve("README.adoc"), plain.resolve("README.md"), plain);
        return candidates.stream()
                .filter(path -> !path.startsWith(".."))
                .filter(path -> Files.isRegularFile(root.resolve(path)))
                .findFirst();
    }

    static boolean isPage(Path file) {
        return file.toString().endsWith(".adoc") || file.toString().endsWith(".md");
    }

    /** Where a file stands in the site: pages get a new ending, others keep their name. */
    static Path inSite(Path file) {
        return isPage(file) ? Path.of(file.toString().replaceFirst("\\.(adoc|md)$", ".html")) : file;
    }
}
