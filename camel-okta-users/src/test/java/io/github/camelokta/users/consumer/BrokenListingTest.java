/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second page of a listing is none: the poll fails, once and for all that it did not deliver, and the next goes on. */
@ExtendWith(OktaSimulatorExtension.class)
class BrokenListingTest {
    private static final List<String> EVERYBODY = List.of(
            "user0@example.com",
            "user1@example.com",
            "user2@example.com",
            "user3@example.com",
            "user4@example.com",
            "user5@example.com");
    private static final String CUT =
            "[{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"lastUpdated\":\"2026-01-31T12:00:00Z\"},{";

    private interface Mishap {
        void strike(OktaSimulator okta);
    }

    private static Stream<Named<Mishap>> mishaps() {
        return Stream.of(
                named("503", ordered(Fault.unavailable())),
                named("500", ordered(Fault.internalError())),
                named("401, the token has expired", ordered(Fault.error(ErrorCode.E0000011))),
                named("a reset", ordered(Fault.resetBeforeChange())),
                named(
                        "a page cut short on the wire",
                        answered(aResponse()
                                .withFault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK))),
                named("JSON cut short", answered(okJson(CUT))),
                named("a proxy's HTML", answered(okForContentType("text/html", "<html>Sign in first</html>"))),
                named("an object for an array", answered(okJson("{\"users\":[]}"))),
                named("nothing at all", answered(aResponse().withStatus(200))));
    }

    private static Mishap ordered(Fault fault) {
        return okta -> okta.faults().on("GET", "/api/v1/users").nth(2).fail(fault);
    }

    private static Mishap answered(ResponseDefinitionBuilder answer) {
        return okta -> {
            AtomicInteger requests = new AtomicInteger();
            okta.wireMock()
                    .stubFor(requestMatching(request -> MatchResult.of(requests.incrementAndGet() == 2))
                            .willReturn(answer));
        };
    }

    static Stream<Arguments> mishapsAndPrefetch() {
        return mishaps().flatMap(mishap -> Stream.of(arguments(mishap, 0), arguments(mishap, 1)));
    }

    static Stream<Arguments> mishapsAndRestarts() {
        return mishaps().flatMap(mishap -> Stream.of(arguments(mishap, 0, true), arguments(mishap, 1, false)));
    }

    @ParameterizedTest
    @MethodSource("mishapsAndPrefetch")
    void a_listing_that_breaks_off_is_never_complete_and_begins_anew(Mishap mishap, int prefetch, OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        mishap.strike(okta);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=2&repeatCount=2&prefetch=" + prefetch);

            await().until(() -> consumer.received.size() == 8);
            List<String> expected = new ArrayList<>(EVERYBODY.subList(0, 2));
            expected.addAll(EVERYBODY);
            assertThat(consumer.logins()).isEqualTo(expected);
            assertThat(consumer.received)
                    .extracting(e -> e.getMessage().getHeader(OktaUsersConstants.LIST_COMPLETE))
                    .containsExactly(null, null, null, null, null, null, null, true);
            assertThat(consumer.failures).singleElement().isInstanceOf(OktaUsersException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_refusal_by_the_limit_is_waited_for_and_breaks_no_listing_off(int prefetch, OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        ordered(Fault.concurrencyLimited()).strike(okta);
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.start("okta-users:list?limit=2&repeatCount=1&prefetch=" + prefetch);

            await().until(() -> consumer.received.size() == 6);
            assertThat(consumer.logins()).isEqualTo(EVERYBODY);
            assertThat(consumer.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mishapsAndRestarts")
    void changes_stand_where_they_broke_off(Mishap mishap, int prefetch, boolean restarts, OktaSimulator okta)
            throws Exception {
        ConsumerFixture.addUsers(okta, 6);
        mishap.strike(okta);
        KeptStates kept = new KeptStates();
        List<String> delivered = new ArrayList<>();
        String uri = "okta-users:list?mode=changes&name=test&offsetRepository=#states&limit=2&prefetch=" + prefetch;
        try (ConsumerFixture consumer = new ConsumerFixture(okta)) {
            consumer.context.getRegistry().bind("states", kept);
            consumer.start(uri + "&repeatCount=" + (restarts ? 1 : 2));
            await().until(() -> consumer.failures.size() == 1 && consumer.received.size() == (restarts ? 2 : 6));
            delivered.addAll(consumer.logins());
            assertThat(consumer.failures).singleElement().isInstanceOf(OktaUsersException.class);
        }
        try (ConsumerFixture next = new ConsumerFixture(okta)) {
            next.context.getRegistry().bind("states", kept);
            okta.addUser("late@example.com", UserStatus.ACTIVE);
            next.start(uri + "&repeatCount=1");
            await().until(() -> next.logins().contains("late@example.com"));
            delivered.addAll(next.logins());
        }
        assertThat(delivered).doesNotHaveDuplicates().containsAll(EVERYBODY).hasSize(7);
    }
}
