/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.support.RawServer;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the {@code Link} headers of a listing that is consumed. ORG is the org's URL, OTHER that of another server. */
class HostileLinkTest {
    private static final String TOKEN = "00secret-token";
    private static final String FIRST = "[{\"id\":\"00u1\"},{\"id\":\"00u2\"}]";
    private static final String SECOND = "[{\"id\":\"00u3\"}]";
    private static final String URI = "okta-users:list?repeatCount=1";

    private final RawServer other = RawServer.answering(RawServer.answer("200 OK", "[{\"id\":\"00stolen\"}]"));

    private static RawServer org(String links, RawServer other, String firstPage) {
        return new RawServer((request, out, connection) -> {
            String org = "http://127.0.0.1:" + connection.getLocalPort();
            boolean second = request.lines().findFirst().orElseThrow().contains("after=");
            String[] lines = links.replace("ORG", org)
                    .replace("OTHER", other.url())
                    .replace("EVIL", String.valueOf(other.port()))
                    .replace("PORT", String.valueOf(connection.getLocalPort()))
                    .split("\n");
            RawServer.write(
                    out, second ? RawServer.answer("200 OK", SECOND) : RawServer.answer("200 OK", firstPage, lines));
        });
    }

    @AfterEach
    void closeTheOther() throws Exception {
        other.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Link: <ORG/api/v1/users?after=1>; rel=\"next\"",
                "LINK: <ORG/api/v1/users?after=1>; rel=\"next\"",
                "link: <ORG/api/v1/users?after=1>; rel=next",
                "lInK: </api/v1/users?after=1>; REL=\"NEXT\"",
                "Link: <ORG/api/v1/users>; rel=\"self\"\nLink: <ORG/api/v1/users?after=1>; rel=\"next\"",
                "Link: <ORG/api/v1/users?after=1>; rel=\"next\"\nlink: <ORG/api/v1/users>; rel=\"self\"",
                "Link: <ORG/api/v1/users>; rel=\"self\", <ORG/api/v1/users?after=1>; rel=\"next\"",
                "Link: <ORG/api/v1/users?fields=id,status&after=1>; rel=\"next\", <ORG/x>; rel=\"self\"",
                "Link: <ORG/api/v1/users?search=a;rel=%22self%22,b&after=1>; rel=\"next\"",
                "Link: <ORG/api/v1/users?after=1>; title=\"a, \\\"b\\\"; rel=self\"; rel=\"next\"",
            })
    void the_next_page_is_found_however_the_header_is_spelled(String links) throws Exception {
        try (RawServer org = org(links, other, FIRST);
                ConsumerFixture consumer = new ConsumerFixture(org.url(), TOKEN)) {
            consumer.start(URI);

            await().until(() -> consumer.received.size() == 3);
            assertThat(completes(consumer)).containsExactly(null, null, true);
            assertThat(org.requests()).hasSize(2);
            assertThat(consumer.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Links: <ORG/api/v1/users?after=1>; rel=\"next\"",
                "Link: <ORG/api/v1/users>; rel=\"self\"",
                "Link: <ORG/api/v1/users?after=1>; rel=\"prev\"",
                "Link: <OTHER/api/v1/users?after=1>; rel=\"prefetch\"",
            })
    void without_a_next_link_the_list_is_complete(String links) throws Exception {
        try (RawServer org = org(links, other, FIRST);
                ConsumerFixture consumer = new ConsumerFixture(org.url(), TOKEN)) {
            consumer.start(URI);

            await().until(() -> consumer.received.size() == 2);
            assertThat(completes(consumer)).containsExactly(null, true);
            assertThat(org.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void an_empty_page_with_a_next_one_is_not_the_end(int prefetch) throws Exception {
        try (RawServer org = org("Link: <ORG/api/v1/users?after=1>; rel=\"next\"", other, "[]");
                ConsumerFixture consumer = new ConsumerFixture(org.url(), TOKEN)) {
            consumer.start(URI + "&prefetch=" + prefetch);

            await().until(() -> consumer.received.size() == 1);
            assertThat(completes(consumer)).containsExactly(true);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <OTHER/api/v1/users?after=1>; rel="next"                   | leads out of
                    <http://localhost:PORT/api/v1/users?after=1>; rel="next"   | leads out of
                    <http://localhost:EVIL/api/v1/users?after=1>; rel="next"   | leads out of
                    <https://127.0.0.1:PORT/api/v1/users?after=1>; rel="next"  | leads out of
                    <//127.0.0.1:EVIL/api/v1/users?after=1>; rel="next"        | leads out of
                    <http://127.0.0.1:PORT@127.0.0.1:EVIL/?after=1>; rel=next  | leads out of
                    <ftp://127.0.0.1:PORT/api/v1/users?after=1>; rel="next"    | leads out of
                    <http://[>; rel="next"                                     | is no URL
                    <>; rel="next"                                             | leads back to the same page
                    """)
    void a_link_that_leads_elsewhere_fails_the_poll_and_is_not_followed(String link, String why) throws Exception {
        try (RawServer org = org("Link: " + link, other, FIRST);
                ConsumerFixture consumer = new ConsumerFixture(org.url(), TOKEN)) {
            consumer.start(URI);

            await().until(() -> !consumer.failures.isEmpty());
            assertThat(consumer.failures)
                    .singleElement()
                    .isInstanceOf(OktaUsersException.class)
                    .satisfies(e -> assertThat(e).hasMessageContaining(why).hasMessageNotContaining(TOKEN));
            assertThat(completes(consumer)).doesNotContain(true);
            assertThat(org.requests()).hasSize(1);
            assertThat(other.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void links_that_lead_in_a_circle_end_in_a_failure(int length) throws Exception {
        try (RawServer org = circling(length);
                ConsumerFixture consumer = new ConsumerFixture(org.url(), TOKEN)) {
            consumer.start(URI);

            await().until(() -> !consumer.failures.isEmpty());
            assertThat(consumer.failures).singleElement().isInstanceOf(OktaUsersException.class);
            assertThat(completes(consumer)).doesNotContain(true);
            assertThat(org.requests()).hasSizeLessThan(4 * length + 4);
        }
    }

    private static RawServer circling(int length) {
        return new RawServer((request, out, connection) -> {
            String line = request.lines().findFirst().orElseThrow();
            int page = line.contains("after=") ? Integer.parseInt(line.replaceAll(".*after=(\\d+).*", "$1")) : 0;
            String next = "Link: </api/v1/users?after=" + (page + 1) % length + ">; rel=\"next\"";
            RawServer.write(out, RawServer.answer("200 OK", FIRST, next));
        });
    }

    private static List<Object> completes(ConsumerFixture consumer) {
        return List.copyOf(consumer.received).stream()
                .map(Exchange::getMessage)
                .map(message -> message.getHeader(OktaUsersConstants.LIST_COMPLETE))
                .toList();
    }
}
