/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PagingRouteTest extends RouteFixture {
    private static final String FIRST = "/api/v1/users?limit=200";
    private static final String SECOND = "/api/v1/users?after=p2&limit=200";
    private static final String THIRD = "/api/v1/users?after=p3&limit=200";

    @BeforeEach
    void threePages() {
        json(FIRST, "[{'id':'1'},{'id':'2'}]", SECOND);
        json(SECOND, "[]", THIRD);
        json(THIRD, "[{'id':'3'}]");
    }

    @Test
    void all_reads_every_page_by_200() {
        Exchange exchange = sent("okta-users:list");
        assertThat(ids((List<?>) exchange.getMessage().getBody())).containsExactly("1", "2", "3");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelOktaUsersNextAfter");
        assertThat(lines()).containsExactly("GET " + FIRST, "GET " + SECOND, "GET " + THIRD);
    }

    @Test
    void page_reads_one_page_and_shows_the_cursor_of_the_next() {
        json("/api/v1/users", "[{'id':'1'}]", "/api/v1/users?after=a%2Bb&limit=1");
        json("/api/v1/users?after=a%2Bb", "[{'id':'2'}]");
        Exchange first = sent("okta-users:list?paging=page");
        assertThat(ids((List<?>) first.getMessage().getBody())).containsExactly("1");
        String after = first.getMessage().getHeader("CamelOktaUsersNextAfter", String.class);
        assertThat(after).isEqualTo("a+b");

        Exchange last = sent("okta-users:list?paging=page", null, Map.of("CamelOktaUsersAfter", after));
        assertThat(ids((List<?>) last.getMessage().getBody())).containsExactly("2");
        assertThat(last.getMessage().getHeaders()).doesNotContainKeys("CamelOktaUsersNextAfter", "CamelOktaUsersAfter");
        assertThat(lines()).containsExactly("GET /api/v1/users", "GET /api/v1/users?after=a%2Bb");
    }

    @ParameterizedTest
    @CsvSource({
        "list?limit=2, /api/v1/users?limit=2",
        "list?paging=stream&limit=2, /api/v1/users?limit=2",
        "list?paging=page&limit=2, /api/v1/users?limit=2",
        "list?paging=stream, /api/v1/users?limit=200",
        "listGrants?userId=u, /api/v1/users/u/grants?limit=200",
        "listGroups?userId=u, /api/v1/users/u/groups",
        "getLinkedObjects?userId=u&relationshipName=r, /api/v1/users/u/linkedObjects/r",
    })
    void the_page_size_is_200_on_paged_rows_unless_it_is_set(String uri, String expected) {
        json(expected, "[]");
        sent("okta-users:" + uri);
        assertThat(lines()).containsExactly("GET " + expected);
    }

    @Test
    void more_than_maxResults_is_an_error_and_never_a_cut() {
        Exchange exchange = send("okta-users:list?maxResults=2");
        assertThat(exchange.getException())
                .isInstanceOf(OktaUsersException.class)
                .hasMessage("list failed: there are more than maxResults (2) results; nothing was cut: raise"
                        + " maxResults, or read them with paging=stream or a consumer");
        assertThat(exchange.getMessage().getBody()).isEqualTo("before");
        assertThat(((List<?>) sent("okta-users:list?maxResults=3").getMessage().getBody()))
                .hasSize(3);
        assertThat(send("okta-users:list?maxResults=2&resultFormat=string").getException())
                .hasMessageContaining("paging=stream");
    }

    @Test
    void a_stream_is_lazy_and_is_split_in_its_route() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("okta-users:list?paging=stream")
                        .split(body())
                        .streaming()
                        .to("mock:user");
            }
        });
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        ((Logger) LoggerFactory.getLogger("org.apache.camel.processor")).addAppender(warnings);
        MockEndpoint users = context.getEndpoint("mock:user", MockEndpoint.class);
        List<Integer> requestsSoFar = new ArrayList<>();
        users.whenAnyExchangeReceived(exchange -> requestsSoFar.add(lines().size()));
        sent("direct:in");
        assertThat(users.getExchanges()).hasSize(3);
        // Camel's splitter looks one element ahead, to know the last one.
        assertThat(requestsSoFar.get(0)).isEqualTo(1);
        assertThat(requestsSoFar.get(2)).isEqualTo(3);
        // Camel's splitter asks once more when its exchange is done, and warns of what it is told then.
        assertThat(warnings.list).isEmpty();
    }

    @Test
    void a_stream_ends_with_its_exchange() {
        Iterator<?> done =
                (Iterator<?>) sent("okta-users:list?paging=stream").getMessage().getBody();
        assertThatIllegalStateException()
                .isThrownBy(done::hasNext)
                .withMessage("The list is read only while its exchange lasts: split it in the same route, or use"
                        + " paging=all");
    }

    @Test
    void a_stream_whose_first_page_is_refused_fails_its_step() {
        answer(FIRST, error(403, "E0000006"));
        assertThat(send("okta-users:list?paging=stream").getException()).isInstanceOf(OktaUsersException.class);
    }

    @Test
    void a_page_that_could_not_be_read_is_read_again_by_the_next_call_and_nothing_is_lost() throws Exception {
        answer(SECOND, error(503, "E0000010"));
        List<Object> seen = new ArrayList<>();
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("okta-users:list?paging=stream").process(exchange -> {
                    Iterator<?> users = exchange.getMessage().getBody(Iterator.class);
                    seen.add(users.next());
                    seen.add(users.next());
                    assertThatExceptionOfType(OktaUsersException.class).isThrownBy(users::hasNext);
                    json(SECOND, "[]", THIRD);
                    users.forEachRemaining(seen::add);
                });
            }
        });
        sent("direct:in");
        assertThat(ids(seen)).containsExactly("1", "2", "3");
        assertThat(lines()).containsExactly("GET " + FIRST, "GET " + SECOND, "GET " + SECOND, "GET " + THIRD);
    }

    @Test
    void a_link_to_another_host_is_refused_and_nothing_is_sent_there() {
        answer(
                FIRST,
                aResponse()
                        .withStatus(200)
                        .withBody("[]")
                        .withHeader("Link", "<http://127.0.0.1:" + okta.getPort() + "/api/v1/users>; rel=\"next\""));
        assertThat(send("okta-users:list").getException())
                .hasMessage(
                        "list failed: the next link of Okta's answer leads out of %s; nothing was sent there",
                        okta.baseUrl());
        assertThat(lines()).hasSize(1);
    }

    private static List<Object> ids(List<?> users) {
        List<Object> ids = new ArrayList<>();
        users.forEach(user -> ids.add(((Map<?, ?>) user).get("id")));
        return ids;
    }
}
