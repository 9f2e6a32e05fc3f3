/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Renders AsciiDoc and Markdown, as code hosts show them. */
final class PageRenderer implements AutoCloseable {
    private final Path root;
    private Asciidoctor asciidoctor;
    private final Parser markdown =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    PageRenderer(Path root) {
        this.root = root;
    }

    Page render(Path source) throws IOException {
        String text = Files.readString(root.resolve(source));
        return new Page(
                source,
                source.toString().endsWith(".adoc")
                        ? asciidoc(source, text)
                        : anchored(html.render(markdown.parse(text))));
    }

    private Document asciidoc(Path source, String text) {
        if (asciidoctor == null) {
            asciidoctor = Asciidoctor.Factory.create(); // starts JRuby
        }
        Options options = Options.builder()
                .safe(SafeMode.UNSAFE)
                .baseDir(root.resolve(source).getParent().toFile())
                .attributes(Attributes.builder()
                        .showTitle(true)
                        .attribute("source-highlighter", "rouge")
                        .attribute("rouge-css", "style")
                        .attribute("icons", "font")
                        .attribute("outfilesuffix", ".html")
                        .build())
                .build();
        return Jsoup.parseBodyFragment(asciidoctor.convert(text, options));
    }

    /** Headings of Markdown get the ids that code hosts give them. */
    private static Document anchored(String rendered) {
        Document content = Jsoup.parseBodyFragment(rendered);
        for (Element heading : content.select("h1, h2, h3, h4")) {
            heading.id(heading.text()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'));
        }
        return content;
    }

    @Override
    public void close() {
        if (asciidoctor != null) {
            asciidoctor.close();
        }
    }
}
