/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelokta.users.support.Randoms;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {
    private static final String NEXT = "https://acme.okta.com/api/v1/users?after=000u1&limit=200";

    @Test
    void Okta_sends_a_line_for_each_relation() {
        assertThat(LinkHeader.next(List.of(
                        "<https://acme.okta.com/api/v1/users?limit=200>; rel=\"self\"",
                        "<" + NEXT + ">; rel=\"next\"")))
                .contains(NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s>; rel=\"next\"",
                "<%s>;rel=next",
                "<%s> ; rel = next",
                "<%s>; REL=\"NEXT\"",
                "<%s>; rel=\"prefetch next\"",
                "<%s>; rel=\"next last\"",
                "<%s>; title=\"a, b; c\"; rel=\"next\"",
                "<%s>; title=\"says \\\"rel=self\\\"\"; rel=\"next\"",
                "<%s>; rel=\"next\"; rel=\"self\"",
                "<%s>; crossorigin; rel=next",
                "< %s >; rel=\"next\"",
                "<https://acme.okta.com/a>; rel=\"self\", <%s>; rel=\"next\"",
                "<https://acme.okta.com/a>; rel=\"self\",<%s>; rel=\"next\"",
                "garbage, <%s>; rel=\"next\"",
            })
    void one_line_in_many_spellings(String line) {
        assertThat(LinkHeader.next(List.of(line.formatted(NEXT)))).contains(NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.okta.com/api/v1/users?fields=id,status,profile:(a,b)&after=1",
                "https://acme.okta.com/api/v1/users?search=a;rel=\"self\"&after=1",
                "https://acme.okta.com/api/v1/users?search=status eq \"ACTIVE\"",
            })
    void commas_quotes_and_semicolons_may_stand_inside_the_URL(String url) {
        assertThat(LinkHeader.next(List.of("<" + url + ">; rel=\"next\""))).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<%s>",
                "<%s>; rel=\"self\"",
                "<%s>; rel=\"nextish\"",
                "<%s>; rel=\"self\"; rel=\"next\"",
                "<%s>; title=\"rel=next\"",
                "<%s>; title=\"; rel=next\"",
                "<%s>; xrel=next",
                "<%s>; rel",
                "<%s>; rel=",
                "%s; rel=\"next\"",
                "<%s; rel=\"next\"",
                "<%s>; rel=\"next\\",
                "<>; <; >; ;;; ,,, \"",
            })
    void what_names_no_next_page_has_none(String line) {
        assertThat(LinkHeader.next(List.of(line.formatted(NEXT)))).isEmpty();
    }

    @Test
    void no_line_at_all_is_the_last_page() {
        assertThat(LinkHeader.next(List.of())).isEmpty();
    }

    @Test
    void garbage_neither_fails_nor_hangs() {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        String[] parts = {"<", ">", ";", "rel", "=", "\"", "next", ",", " ", "\\", "x", "https://a/", "\t", "''"};
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder line = new StringBuilder();
                for (int j = random.nextInt(40); j > 0; j--) {
                    line.append(parts[random.nextInt(parts.length)]);
                }
                assertThatCode(() -> LinkHeader.next(List.of(line.toString(), Randoms.text(random, 30))))
                        .as("seed %d: %s", seed, line)
                        .doesNotThrowAnyException();
            }
        });
    }

    /** As long as a server may make a header line, and made to lead a backtracking matcher astray. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>; title=\"x",
                "<a>; title=\"\\",
                "<a>; x=y",
                "<a>; ",
                "<a>;x",
                "<",
                "<a>;a=",
                ";rel=",
                " ",
                "\""
            })
    void a_long_line_is_read_in_no_time(String start) {
        String unit = start.substring(Math.min(start.length() - 1, 3));
        String line = start + unit.repeat(60_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThatCode(() -> LinkHeader.next(List.of(line))).doesNotThrowAnyException();
            assertThat(LinkHeader.next(List.of(line, "<" + NEXT + ">; rel=\"next\"")))
                    .contains(NEXT);
        });
    }

    @Test
    void a_long_title_hides_no_next_page() {
        String line = "<" + NEXT + ">; title=\"" + "long ".repeat(20_000) + "\"; rel=\"next\"";
        assertThat(LinkHeader.next(List.of(line))).contains(NEXT);
    }
}
