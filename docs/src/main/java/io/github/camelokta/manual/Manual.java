/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the manual's pages: {@code Manual ROOT TARGET}, where ROOT is the project's directory. */
public final class Manual {
    private static final Path INDEX = Path.of("docs", "index.adoc");

    private Manual() {}

    /** Ends with 1 where a link leads nowhere. */
    public static void main(String[] args) throws IOException {
        List<String> broken = make(Path.of(args[0]).toRealPath(), Path.of(args[1]));
        broken.forEach(System.err::println);
        if (!broken.isEmpty()) {
            System.exit(1);
        }
    }

    /** Makes the pages, and gives the links that lead nowhere. */
    static List<String> make(Path root, Path target) throws IOException {
        Tree tree = new Tree(root);
        Site site;
        try (PageRenderer renderer = new PageRenderer(root)) {
            site = new Crawler(tree, renderer).crawl(INDEX);
        }
        Chapters chapters = Chapters.of(site.page(INDEX), site.pages(), System.out::println);
        List<String> broken = new LinkCheck(site).broken();
        new SiteWriter(site, chapters, target).write();
        List<String> external = site.externalLinks();
        Files.write(target.resolve("external-links.txt"), external);
        System.out.printf(
                "Manual: %d pages, %d links into them, %d links elsewhere (listed, not fetched), %d broken. %s%n",
                site.pages().size(), site.innerLinks(), external.size(), broken.size(), target.resolve("index.html"));
        return broken;
    }
}
