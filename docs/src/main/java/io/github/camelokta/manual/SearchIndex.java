/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** What the pages' script searches: one entry for each section, as a script, so that it works from a disk too. */
final class SearchIndex {
    private static final String HEADINGS = "h1, h2, h3, h4";

    private SearchIndex() {}

    static String of(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> entries(page).stream())
                .collect(Collectors.joining(",\n", "window.manualIndex = [\n", "\n];\n"));
    }

    private static List<String> entries(Page page) {
        List<String> entries = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String title = page.title();
        String anchor = "";
        Elements elements = page.content().select(HEADINGS + ", p, pre, li, td, th, dt");
        for (Element element : elements) {
            if (element.is(HEADINGS)) {
                entries.add(entry(page, title, anchor, text));
                text.setLength(0);
                title = element.text();
                anchor = element.id().isEmpty() ? "" : "#" + element.id();
            } else if (element.closest("#toc") == null && !element.parents().is("td, th, li, dt")) {
                text.append(element.text()).append(' ');
            }
        }
        entries.add(entry(page, title, anchor, text));
        return entries;
    }

    private static String entry(Page page, String title, String anchor, CharSequence text) {
        return "[" + quoted(page.title()) + "," + quoted(title) + ","
                + quoted(page.inSite().toString().replace('\\', '/') + anchor) + "," + quoted(text) + "]";
    }

    private static String quoted(CharSequence text) {
        return "\""
                + text.toString()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\\s+", " ")
                        .replace("</", "<\\/")
                + "\"";
    }
}
