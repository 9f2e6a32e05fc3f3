/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Says where long code in a table may go on in the next line: between the words of URIs, paths and names. Short code is whole. */
final class CodeBreaks {
    private static final Pattern BREAK =
            Pattern.compile("(?<=[:?&=.,_ ])(?=[^:?&=.,_ /])|(?<=[^:/])(?=/)|(?<=[a-z0-9])(?=[A-Z])");
    private static final int SHORT = 20;

    private CodeBreaks() {}

    static void add(Document content) {
        for (Element code : content.select("td code")) {
            for (TextNode text : List.copyOf(code.textNodes())) {
                if (text.getWholeText().length() > SHORT) {
                    for (String word : BREAK.split(text.getWholeText())) {
                        text.before(new TextNode(word)).before(new Element("wbr"));
                    }
                    text.remove();
                }
            }
        }
    }
}
