/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import io.github.camelokta.users.support.RawServer.Script;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of answers that have no end, or take for ever. */
class AnswerHeadTest extends TransportFixture {
    private static final String KILOBYTE = "a".repeat(1024);
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void endScripts() {
        over.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX-A: ", "HTTP/1.1 200 OK\r\nX-A: a\r\n "})
    void a_line_without_end_is_given_up(String start) throws Exception {
        assertGivenUp(start, KILOBYTE, "a line of the answer's head is longer than 65536 bytes");
    }

    @Test
    void so_is_a_header_that_goes_on_from_line_to_line() throws Exception {
        assertGivenUp("HTTP/1.1 200 OK\r\nX-A: a\r\n", " " + KILOBYTE + "\r\n", "longer than 65536 bytes");
    }

    @Test
    void so_are_headers_without_end() throws Exception {
        assertGivenUp("HTTP/1.1 200 OK\r\n", "X-A: a\r\n", "the answer has more than 500 header lines");
    }

    @Test
    void so_are_trailers_without_end() throws Exception {
        assertGivenUp("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "X-A: a\r\n", "header");
        assertGivenUp("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-A: ", KILOBYTE, "line");
    }

    @Test
    void so_is_a_chunk_whose_size_has_no_end() throws Exception {
        assertGivenUp("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=", KILOBYTE, "line");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103})
    void so_are_interim_answers_without_end(int status) throws Exception {
        assertGivenUp("", "HTTP/1.1 " + status + " Wait\r\n\r\n", "more than 20 interim answers (1xx)");
    }

    @Test
    void so_are_empty_lines_without_end() throws Exception {
        assertGivenUp("", "\r\n", "");
    }

    private void assertGivenUp(String start, String forEver, String why) throws Exception {
        assertGivenUp(
                (request, out, connection) -> {
                    write(out, start);
                    while (over.getCount() > 0) {
                        write(out, forEver);
                    }
                },
                why);
    }

    private void assertGivenUp(Script script, String why) throws Exception {
        try (RawServer okta = new RawServer(script)) {
            OktaUsersException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> failure(okta.url(), OktaUsersOperation.create));
            assertThat(e).hasMessageContaining("no whole answer came").hasMessageContaining(why);
            assertThat(e.isInDoubt()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-A: ", "HTTP/1.1 103 Early Hints\r\nX-A: ", ""})
    void a_head_that_drips_is_given_up_after_responseTimeout(String start) throws Exception {
        responseTimeout = Duration.ofMillis(300);
        assertGivenUp(
                (request, out, connection) -> {
                    write(out, start);
                    while (!over.await(20, TimeUnit.MILLISECONDS)) {
                        write(out, "a");
                    }
                },
                "(responseTimeout)");
    }

    @Test
    void so_are_interim_answers_now_and_then() throws Exception {
        responseTimeout = Duration.ofMillis(300);
        assertGivenUp(
                (request, out, connection) -> {
                    while (!over.await(40, TimeUnit.MILLISECONDS)) {
                        write(out, "HTTP/1.1 102 Processing\r\n\r\n");
                    }
                },
                "(responseTimeout)");
    }

    @Test
    void a_large_head_within_the_bounds_is_read() throws Exception {
        String[] headers = new String[400];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = "X-" + i + ": a";
        }
        headers[0] = "Link: <https://acme.okta.com/?after=" + "a".repeat(60_000) + ">; rel=\"next\"";
        try (RawServer okta = RawServer.answering(
                "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n".repeat(20) + answer("200 OK", "{}", headers))) {
            OktaResponse response =
                    client().send(request(okta.url(), OktaUsersOperation.get), CallContext.of(Priority.CALL));
            assertThat(response.headerOrNull("Link")).hasSizeGreaterThan(60_000);
            assertThat(response.headerOrNull("X-399")).isEqualTo("a");
            assertThat(response.headerOrNull("X-Early")).isNull();
        }
    }
}
