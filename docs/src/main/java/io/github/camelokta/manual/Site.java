/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pages, the files they show, and what they link to. */
final class Site {
    private final Map<Path, Page> pages = new LinkedHashMap<>();
    private final SortedMap<Path, Path> files = new TreeMap<>();
    private final SortedSet<String> external = new TreeSet<>();
    private final List<String> missing = new ArrayList<>();

    void add(Page page) {
        pages.put(page.source(), page);
    }

    void addFile(Path file, Path source) {
        files.put(file, source);
    }

    void addExternal(String url) {
        external.add(url);
    }

    void addMissing(Page page, String link) {
        missing.add(page.source() + ": there is no " + link);
    }

    boolean has(Path source) {
        return pages.containsKey(source);
    }

    Page page(Path source) {
        return pages.get(source);
    }

    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    /** Files besides pages: place in the site, and where to copy them from. */
    Map<Path, Path> files() {
        return files;
    }

    List<String> externalLinks() {
        return List.copyOf(external);
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    long innerLinks() {
        return pages().stream()
                .flatMap(page -> page.content().select("a[href], img[src]").stream())
                .filter(link -> !Crawler.Link.parse(link.attr(link.hasAttr("href") ? "href" : "src"))
                        .isExternal())
                .count();
    }
}
