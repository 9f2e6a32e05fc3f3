/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.examples.offboarding.run.Outcome;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Okta stumbles, and the leaver is closed all the same. */
class OffboardDisturbedTest {
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.with("offboarding.redeliveries=2").start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ",
        "GET, /roles",
        "POST, /lifecycle/suspend",
        "GET, /clients",
        "DELETE, /sessions",
        "DELETE, /grants",
        "DELETE, /clients/0oaMail/tokens",
        "POST, /lifecycle/reset_factors",
        "POST, /lifecycle/deactivate"
    })
    void a_500_at_any_call(String method, String path) {
        SimulatedUser account = Bench.account().add();
        Bench.okta().failNext(method, path(account, path), Fault.internalError());

        Outcome outcome = bench.offboard("{\"id\":\"" + account.id() + "\",\"at\":\"2026-11-20T17:00:00Z\"}");

        closed(account, outcome);
        assertThat(outcome.closed().before()).isEqualTo("ACTIVE");
        assertThat(Bench.okta().faults().pending()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"suspend", "deactivate"})
    void an_answer_that_is_lost_after_the_deed(String operation) {
        SimulatedUser account = Bench.account().add();
        Bench.okta().failNext("POST", path(account, "/lifecycle/" + operation), Fault.resetAfterChange());

        Outcome outcome = bench.offboard(Bench.leaving(account));

        assertThat(outcome.isClosed()).as(outcome.cause()).isTrue();
        assertThat(account.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(Bench.okta().requests().matching("POST", path(account, "/lifecycle/" + operation)))
                .as("sent once, since the component looks whether it was carried out")
                .hasSize(1);
        assertThat(outcome.closed().sent()).contains(operation);
        assertThat(outcome.closed().attempts()).isEqualTo(1);
    }

    @Test
    void a_429_of_too_many_calls_at_once() {
        SimulatedUser account = Bench.account().add();
        Bench.okta().failNext("DELETE", path(account, "/grants"), Fault.concurrencyLimited());

        closed(account, bench.offboard(Bench.leaving(account)));
    }

    @Test
    void a_429_that_outlasts_the_attempts() {
        SimulatedUser account = Bench.account().add();
        StubMapping refused = Bench.okta()
                .wireMock()
                .stubFor(any(urlPathMatching(path(account, "/sessions.*")))
                        .willReturn(jsonResponse("{\"errorCode\":\"E0000047\"}", 429)
                                .withHeader("X-Rate-Limit-Limit", "600")
                                .withHeader("X-Rate-Limit-Remaining", "0")
                                // Soon over, so that the component, which waits for it, does not wait for long.
                                .withHeader(
                                        "X-Rate-Limit-Reset",
                                        String.valueOf(Instant.now().getEpochSecond() + 1))));
        String event = bench.topics().publish(Bench.leaving(account));
        await().atMost(20, SECONDS).until(() -> readings(account) > 3);
        Bench.okta().wireMock().removeStub(refused);

        Outcome outcome = bench.resultOf(event);
        closed(account, outcome);
        assertThat(outcome.closed().before()).isEqualTo("ACTIVE");
        assertThat(outcome.closed().attempts()).isGreaterThan(3);
    }

    @Test
    void an_Okta_that_is_down_holds_the_event_and_those_behind_it() {
        SimulatedUser first = Bench.account().add();
        SimulatedUser second = Bench.account().add();
        long committed = bench.topics().committed();
        StubMapping down = Bench.okta()
                .wireMock()
                .stubFor(any(urlPathMatching(path(first, "/lifecycle/deactivate")))
                        .willReturn(jsonResponse("{}", 503)));
        String one = bench.topics().publish(Bench.leaving(first));
        String two = bench.topics().publish(Bench.leaving(second));

        // Three attempts a reading.
        await().atMost(20, SECONDS)
                .until(() -> Bench.okta()
                                .requests()
                                .matching("POST", path(first, "/lifecycle/deactivate"))
                                .size()
                        > 3);
        assertThat(bench.topics().committed()).isEqualTo(committed);
        assertThat(bench.resultsWhen(all -> true))
                .noneMatch(outcome -> outcome.event().equals(one));
        assertThat(second.status()).isEqualTo(UserStatus.ACTIVE);

        Bench.okta().wireMock().removeStub(down);
        assertThat(bench.resultOf(one).isClosed()).isTrue();
        closed(second, bench.resultOf(two));
    }

    @Test
    void a_refused_credential_is_no_reason_to_give_a_leaver_up() {
        SimulatedUser account = Bench.account().add();
        StubMapping expired = Bench.okta()
                .wireMock()
                .stubFor(any(urlPathMatching(path(account, "/sessions.*")))
                        .willReturn(jsonResponse("{\"errorCode\":\"E0000011\"}", 401)));
        String event = bench.topics().publish(Bench.leaving(account));

        await().atMost(20, SECONDS).until(() -> readings(account) > 3);
        Bench.okta().wireMock().removeStub(expired);

        assertThat(bench.resultOf(event).isClosed()).isTrue();
    }

    @Test
    void what_fails_too_long_makes_way_for_those_behind_it() {
        SimulatedUser first = Bench.account().add();
        SimulatedUser second = Bench.account().add();
        Bench.okta()
                .faults()
                .on("POST", path(first, "/lifecycle/reset_factors"))
                .always()
                .fail(Fault.internalError());
        try (Bench impatient = Bench.with("offboarding.give-up-after=1ms", "offboarding.redeliveries=1")
                .start()) {
            String one = impatient.topics().publish(Bench.leaving(first));
            String two = impatient.topics().publish(Bench.leaving(second));

            Outcome outcome = impatient.resultOf(one);
            assertThat(outcome.isClosed()).isFalse();
            assertThat(outcome.failure())
                    .containsEntry("retryable", "true")
                    .containsEntry("operation", "resetFactors")
                    .containsEntry("account", first.id());
            closed(second, impatient.resultOf(two));
        } finally {
            Bench.okta().faults().clear();
        }
    }

    private static void closed(SimulatedUser account, Outcome outcome) {
        assertThat(outcome.isClosed()).as(outcome.cause()).isTrue();
        assertThat(account.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(Bench.left(account)).isEmpty();
        List<String> sent = outcome.closed().sent();
        assertThat(sent).contains("suspend", "clearSessions", "revokeGrants", "resetFactors", "deactivate");
        assertThat(Bench.carriedOut(account)).isEqualTo(sent);
    }

    /** How often the account's roles were asked for, which every attempt does once. */
    private static int readings(SimulatedUser account) {
        return Bench.okta().requests().matching("GET", path(account, "/roles")).size();
    }

    private static String path(SimulatedUser account, String below) {
        return "/api/v1/users/" + account.id() + (below == null ? "" : below);
    }
}
