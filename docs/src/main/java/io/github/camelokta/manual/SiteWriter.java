/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Writes the site: each page within navigation and search, and the files that pages show. */
final class SiteWriter {
    private static final List<String> ASSETS = List.of("manual.css", "manual.js");

    private final Site site;
    private final Chapters chapters;
    private final Path target;
    private final String template = resource("page.html");

    SiteWriter(Site site, Chapters chapters, Path target) {
        this.site = site;
        this.chapters = chapters;
        this.target = target;
    }

    void write() throws IOException {
        for (Page page : site.pages()) {
            CodeBreaks.add(page.content());
            put(page.inSite(), around(page));
        }
        for (Map.Entry<Path, Path> file : site.files().entrySet()) {
            Path to = target.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.copy(file.getValue(), to, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String asset : ASSETS) {
            put(Path.of(asset), resource(asset));
        }
        put(Path.of("search-index.js"), SearchIndex.of(site.pages()));
        put(Path.of("index.html"), "<!DOCTYPE html><meta http-equiv=\"refresh\" content=\"0; url=docs/index.html\">\n");
    }

    private String around(Page page) {
        Path here = page.inSite().getParent();
        String root = here == null ? "" : "../".repeat(here.getNameCount());
        return template.replace("{{title}}", new Element("i").text(page.title()).html())
                .replace("{{root}}", root)
                .replace("{{navigation}}", navigation(page))
                .replace("{{turn}}", turn(page))
                .replace("{{content}}", page.content().body().html());
    }

    private String navigation(Page current) {
        Element nav = new Element("nav");
        for (Chapters.Part part : chapters.parts()) {
            nav.appendElement("h2").text(part.title());
            Element list = nav.appendElement("ul");
            for (Page page : part.pages()) {
                Element link = list.appendElement("li")
                        .appendElement("a")
                        .attr("href", current.linkTo(page.inSite()))
                        .text(page.title());
                if (page.equals(current)) {
                    link.attr("aria-current", "page");
                }
            }
        }
        return nav.html();
    }

    private String turn(Page current) {
        List<Page> order = chapters.inOrder();
        int at = order.indexOf(current);
        Element turn = new Element("div");
        if (at > 0) {
            turn.appendChild(link(current, order.get(at - 1), "← "));
        }
        if (at >= 0 && at < order.size() - 1) {
            turn.appendChild(link(current, order.get(at + 1), "→ ").addClass("next"));
        }
        return turn.html();
    }

    private static Element link(Page from, Page to, String mark) {
        return new Element("a").attr("href", from.linkTo(to.inSite())).text(mark + to.title());
    }

    private void put(Path file, String text) throws IOException {
        Path to = target.resolve(file);
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.writeString(to, text);
    }

    private static String resource(String name) {
        try (InputStream in = SiteWriter.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
