/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Finds the pages: all chapters, and what can be reached from them by links, such as decision records and the examples' own
 * pages. Links between pages are turned to what they are called in the site.
 */
final class Crawler {
    private final Tree tree;
    private final PageRenderer renderer;
    private final Site site = new Site();
    private final Deque<Path> todo = new ArrayDeque<>();

    Crawler(Tree tree, PageRenderer renderer) {
        this.tree = tree;
        this.renderer = renderer;
    }

    Site crawl(Path index) throws IOException {
        todo.add(index);
        try (Stream<Path> chapters = Files.list(tree.root().resolve(index).getParent())) {
            chapters.map(tree.root()::relativize).filter(Tree::isPage).sorted().forEach(todo::add);
        }
        while (!todo.isEmpty()) {
            Path source = todo.remove();
            if (!site.has(source)) {
                Page page = renderer.render(source);
                site.add(page);
                links(page);
            }
        }
        return site;
    }

    private void links(Page page) {
        for (Element link : page.content().select("a[href], img[src]")) {
            String attribute = link.hasAttr("href") ? "href" : "src";
            Link target = Link.parse(link.attr(attribute));
            if (target.isExternal()) {
                site.addExternal(target.path());
            } else if (!target.path().isEmpty()) {
                Optional<Path> file = tree.find(page.source(), target.path());
                file.ifPresentOrElse(
                        found -> link.attr(attribute, reach(page, found) + target.fragment()),
                        () -> site.addMissing(page, target.path()));
            }
        }
    }

    private String reach(Page from, Path file) {
        if (Tree.isPage(file)) {
            todo.add(file);
        } else {
            site.addFile(file, tree.root().resolve(file));
        }
        return from.linkTo(Tree.inSite(file));
    }

    /** A link's parts; the fragment keeps its mark. */
    record Link(String path, String fragment) {

        static Link parse(String text) {
            int mark = text.indexOf('#');
            return mark < 0 || text.contains("://")
                    ? new Link(text, "")
                    : new Link(text.substring(0, mark), text.substring(mark));
        }

        boolean isExternal() {
            return List.of("http:", "https:", "mailto:").stream().anyMatch(path::startsWith);
        }
    }
}
