/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeBreaksTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    okta-users:deactivateOrDelete, okta-users:|deactivate|Or|Delete|
                    POST /api/v1/users/{userId}/lifecycle, POST |/api|/v1|/users|/{user|Id}|/lifecycle|
                    sortOrder, sortOrder
                    POST /api/v1/users, POST /api/v1/users
                    """)
    void long_code_in_a_table_may_break_between_its_words(String code, String parts) {
        Document page = Jsoup.parseBodyFragment("<table><tr><td><code>" + code + "</code></td></tr></table>");

        CodeBreaks.add(page);

        assertThat(page.selectFirst("code").html().replace("<wbr>", "|")).isEqualTo(parts);
        assertThat(page.text()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"<p><code>okta-users:deactivateOrDelete</code></p>", "<td>okta-users:deactivateOrDelete</td>"})
    void nothing_else_does(String html) {
        Document page = Jsoup.parseBodyFragment("<table><tr>" + html + "</tr></table>");
        String before = page.html();

        CodeBreaks.add(page);

        assertThat(page.html()).isEqualTo(before);
    }
}
