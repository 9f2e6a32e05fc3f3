/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page, rendered but without what stands around it.
 *
 * @param source relative to the project's root
 */
record Page(Path source, Document content) {

    String title() {
        Element title = content.selectFirst("h1");
        return title == null ? source.getFileName().toString() : title.text();
    }

    boolean hasAnchor(String id) {
        return content.getElementById(id) != null;
    }

    Path inSite() {
        return Tree.inSite(source);
    }

    /** The way from this page to a file of the site. */
    String linkTo(Path file) {
        Path here = inSite().getParent();
        return (here == null ? file : here.relativize(file)).toString().replace('\\', '/');
    }
}
