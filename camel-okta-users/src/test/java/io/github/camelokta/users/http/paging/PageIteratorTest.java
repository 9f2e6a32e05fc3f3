/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.http.PageBuffer;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIteratorTest {
    private static final String ORG = "https://acme.okta.com";
    private final List<String> sent = new ArrayList<>();

    @Test
    void pages_are_read_until_no_next_link_comes() {
        PageIterator<OktaResponse> pages = pages((request, context) -> switch (request.target()) {
            case "/api/v1/users" -> linking(ORG + "/api/v1/users?after=1");
            case "/api/v1/users?after=1" -> linking("/api/v1/users?after=2&limit=3");
            default -> linking(null);
        });

        readAll(pages);

        assertThat(sent).containsExactly("/api/v1/users", "/api/v1/users?after=1", "/api/v1/users?after=2&limit=3");
        assertThat(pages.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/api/v1/users?after=1",
                "https://acme.okta.com.evil.example.com/api/v1/users?after=1",
                "http://acme.okta.com/api/v1/users?after=1",
                "https://acme.okta.com:8443/api/v1/users?after=1",
                "https://user@acme.okta.com/api/v1/users?after=1",
                "https://acme.okta.com@evil.example.com/api/v1/users?after=1",
                "//evil.example.com/api/v1/users?after=1",
                "file:///etc/passwd",
                "mailto:anna@acme.com",
                "ftp://acme.okta.com/api/v1/users?after=1",
            })
    void a_link_that_leads_out_of_the_org_is_refused_and_nothing_is_sent(String link) {
        PageIterator<OktaResponse> pages = pages((request, context) -> linking(link));
        assertRefused(pages, "leads out of https://acme.okta.com; nothing was sent there");
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://[", "https://acme.okta.com/a b", "https://acme.okta.com/%zz", "::"})
    void a_link_that_is_no_URL_is_refused(String link) {
        assertRefused(pages((request, context) -> linking(link)), "is no URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?after=1",
                "https://acme.okta.com:443/api/v1/users?after=1",
                "HTTPS://ACME.okta.com/api/v1/users?after=1"
            })
    void the_same_org_may_be_spelled_otherwise(String link) {
        PageIterator<OktaResponse> pages = pages((request, context) -> linking(sent.size() == 1 ? link : null));
        readAll(pages);
        assertThat(sent).containsExactly("/api/v1/users", "/api/v1/users?after=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORG + "/api/v1/users", "/api/v1/users", "/api/v1/users#top", ""})
    void a_link_to_the_same_page_is_refused(String link) {
        assertRefused(pages((request, context) -> linking(link)), "leads back to the same page");
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "0, 3", "1, 2", "5, 7", "13, 3", "40, 100"})
    void a_circle_ends_in_an_error_soon(int before, int length) {
        PageIterator<OktaResponse> pages = pages((request, context) -> {
            int page = sent.size();
            int next = page < before ? page : before + (page - before) % length;
            return linking("/api/v1/users?after=" + next);
        });
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> readAll(pages))
                .withMessage("list failed: the next links of Okta's answers lead in a circle"));
        assertThat(sent).hasSizeLessThan(4 * (before + length) + 4);
    }

    @Test
    void a_page_stays_next_until_its_answer_is_understood() {
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("once")));
        PageIterator<OktaResponse> pages = pages((request, context) -> {
            if (sent.size() == 2 && !failures.isEmpty()) {
                throw failures.remove(0);
            }
            return linking(sent.size() < 4 ? "/api/v1/users?after=" + sent.size() : null);
        });
        pages.next();
        assertThatThrownBy(pages::next).hasMessage("once");
        readAll(pages);

        assertThat(sent)
                .containsExactly(
                        "/api/v1/users", "/api/v1/users?after=1", "/api/v1/users?after=1", "/api/v1/users?after=3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void so_many_pages_are_held_and_then_the_oldest_gives_way(int held) {
        List<PageBuffer> readInto = new ArrayList<>();
        PageIterator<OktaResponse> pages = pages(held, (request, context) -> {
            readInto.add(context.pageBuffer());
            return linking(sent.size() < 7 ? "/api/v1/users?after=" + sent.size() : null);
        });
        readAll(pages);
        for (int page = 0; page < readInto.size(); page++) {
            assertThat(readInto.get(page)).isSameAs(readInto.get(page % held));
        }
        assertThat(readInto).doesNotContainNull();
        assertThat(new HashSet<>(readInto)).hasSize(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ]\n", "[\r\n\t]"})
    void a_row_of_empty_pages_that_has_no_end_ends_in_an_error(String empty) {
        PageIterator<OktaResponse> pages =
                pages((request, context) -> page(empty, "/api/v1/users?after=" + sent.size()));
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> readAll(pages))
                .withMessage(
                        "list failed: Okta has answered 100 empty pages in a row, each with a next link; narrow the"
                                + " search or the filter");
        assertThat(sent).hasSize(100);
    }

    @Test
    void a_page_with_content_ends_a_row_of_empty_pages() {
        PageIterator<OktaResponse> pages = pages((request, context) -> page(
                sent.size() % 100 == 0 ? "[{}]" : "[]",
                sent.size() < 1000 ? "/api/v1/users?after=" + sent.size() : null));
        readAll(pages);
        assertThat(sent).hasSize(1000);
    }

    @Test
    void the_cursor_of_the_next_page_is_shown_decoded() {
        PageIterator<OktaResponse> pages =
                pages((request, context) -> linking("/api/v1/users?limit=2&after=a%2Bb%3D&x=after=no"));
        assertThat(pages.nextAfter()).isEmpty();
        pages.next();
        assertThat(pages.nextAfter()).contains("a+b=");
    }

    @Test
    void a_next_link_without_a_cursor_shows_none() {
        PageIterator<OktaResponse> pages = pages((request, context) -> linking("/api/v1/users?page=2&hereafter=1"));
        pages.next();
        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.nextAfter()).isEmpty();
    }

    private static void assertRefused(PageIterator<OktaResponse> pages, String why) {
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> pages.next())
                .withMessage("list failed: the next link of Okta's answer " + why)
                .satisfies(e -> assertThat(e.getOperation()).isEqualTo("list"));
    }

    private static void readAll(PageIterator<OktaResponse> pages) {
        while (pages.hasNext()) {
            pages.next();
        }
    }

    private PageIterator<OktaResponse> pages(OktaClient client) {
        return pages(1, client);
    }

    private PageIterator<OktaResponse> pages(int held, OktaClient client) {
        OktaRequest first = OktaRequest.of(OktaUsersOperation.list, OrgUrl.parse(ORG), List.of(), "", Map.of(), null);
        return new PageIterator<>(
                (request, context) -> {
                    sent.add(request.target());
                    return client.send(request, context);
                },
                first,
                () -> CallContext.of(Priority.CALL),
                page -> page,
                held);
    }

    private static OktaResponse linking(String next) {
        return page("[{}]", next);
    }

    private static OktaResponse page(String body, String next) {
        return new OktaResponse(
                200,
                next == null ? List.of() : List.of(new Header("link", "<" + next + ">; rel=\"next\"")),
                body.getBytes());
    }
}
