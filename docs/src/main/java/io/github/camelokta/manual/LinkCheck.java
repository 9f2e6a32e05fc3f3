/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import io.github.camelokta.manual.Crawler.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Finds links, images and anchors that lead nowhere. Links to other sites are not looked at. */
final class LinkCheck {
    private final Site site;

    LinkCheck(Site site) {
        this.site = site;
    }

    /** A sentence for each. */
    List<String> broken() {
        List<String> broken = new ArrayList<>(site.missing());
        Map<Path, Page> pages = site.pages().stream().collect(Collectors.toMap(Page::inSite, Function.identity()));
        for (Page page : site.pages()) {
            if (page.content().text().contains("Unresolved directive in")) {
                broken.add(page.source() + ": what it includes is not there");
            }
            for (Element link : page.content().select("a[href*=#]")) {
                Link target = Link.parse(link.attr("href"));
                String anchor =
                        target.fragment().isEmpty() ? "" : target.fragment().substring(1);
                Page onto = target.path().isEmpty()
                        ? page
                        : pages.get(page.inSite().resolveSibling(target.path()).normalize());
                if (!target.isExternal() && !anchor.isEmpty() && onto != null && !onto.hasAnchor(anchor)) {
                    broken.add(page.source() + ": there is no " + anchor + " on " + onto.source());
                }
            }
        }
        return broken;
    }
}
