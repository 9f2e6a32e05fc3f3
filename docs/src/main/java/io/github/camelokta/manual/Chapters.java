/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;

/** The order of the manual: what the lists of the index page link to, under their headings. */
record Chapters(List<Part> parts) {

    /** A heading of the index page and the chapters below it. */
    record Part(String title, List<Page> pages) {}

    /** Chapters in {@code docs} that the index does not name come last; the warning says so. */
    static Chapters of(Page index, List<Page> pages, Consumer<String> warning) {
        List<Part> parts = new ArrayList<>();
        Set<Page> listed = new LinkedHashSet<>(Set.of(index));
        for (Element section : index.content().select(".sect1")) {
            List<Page> chapters = new ArrayList<>();
            for (Element link : section.select("li a[href], dt a[href]")) {
                Path target = index.inSite().resolveSibling(link.attr("href")).normalize();
                pages.stream()
                        .filter(page -> page.inSite().equals(target) && listed.add(page))
                        .forEach(chapters::add);
            }
            if (!chapters.isEmpty()) {
                parts.add(new Part(section.selectFirst("h2").text(), chapters));
            }
        }
        List<Page> left = pages.stream()
                .filter(page -> index.source().getParent().equals(page.source().getParent()))
                .filter(listed::add)
                .toList();
        if (!left.isEmpty()) {
            left.forEach(
                    page -> warning.accept(page.source() + " is not in " + index.source() + ", and so comes last"));
            parts.add(new Part("More", left));
        }
        return new Chapters(parts);
    }

    List<Page> inOrder() {
        return parts.stream().flatMap(part -> part.pages().stream()).toList();
    }
}
