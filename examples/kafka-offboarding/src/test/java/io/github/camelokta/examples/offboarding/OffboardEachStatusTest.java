/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.camelokta.simulator.org.UserStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.examples.offboarding.event.Closed;
import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.examples.offboarding.run.Outcome;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From each of the eight statuses to a closed account with nothing left, and what is reported. */
class OffboardEachStatusTest {
    private static final List<String> CLEANING = List.of(
            "clearSessions",
            "revokeGrants",
            "revokeRefreshTokens:0oaCalendar",
            "revokeRefreshTokens:0oaMail",
            "resetFactors");

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.with().start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void an_account_is_closed_and_emptied(UserStatus status) {
        SimulatedUser account = Bench.account().status(status).add();

        Outcome outcome = bench.offboard(Bench.leaving(account));

        assertThat(account.status()).isEqualTo(DEPROVISIONED);
        assertThat(Bench.left(account)).isEmpty();
        assertThat(outcome.isClosed()).as(outcome.cause()).isTrue();
        assertThat(outcome.closed().id()).isEqualTo(account.id());
        assertThat(outcome.closed().before()).isEqualTo(status.name());
        assertThat(outcome.closed().after()).isEqualTo("DEPROVISIONED");
        assertThat(outcome.closed().sent()).isEqualTo(expectedCalls(status)).isEqualTo(Bench.carriedOut(account));
        assertThat(outcome.closed().skipped()).isEqualTo(expectedSkips(status));
        assertThat(outcome.closed().attempts()).isEqualTo(1);
    }

    @Test
    void tokens_go_with_the_sessions_and_nobody_gets_a_mail() {
        SimulatedUser account = Bench.account().add();

        bench.offboard(Bench.leaving(account));

        assertThat(query(account, "DELETE", "/sessions")).containsOnly(Map.entry("oauthTokens", "true"));
        assertThat(query(account, "POST", "/lifecycle/deactivate")).containsOnly(Map.entry("sendEmail", "false"));
    }

    @Test
    void the_result_repeats_the_event_but_no_login() {
        SimulatedUser account = Bench.account().add();
        Instant before = Instant.now();

        Outcome outcome = bench.offboard(
                "{\"id\":\"" + account.id() + "\",\"reason\":\"retired\",\"at\":\"2026-11-01T08:00:00Z\",\"hr\":7}");

        Closed closed = outcome.closed();
        assertThat(closed.reason()).isEqualTo("retired");
        assertThat(closed.at()).isEqualTo("2026-11-01T08:00:00Z");
        assertThat(closed.closedAt()).isBetween(before, Instant.now());
        assertThat(new String(outcome.value(), StandardCharsets.UTF_8))
                .doesNotContain(account.login())
                .doesNotContain("becoming")
                .contains("\"at\":\"2026-11-01T08:00:00Z\"");
    }

    @Test
    void the_same_event_again_does_no_harm() {
        SimulatedUser account = Bench.account().add();
        bench.offboard(Bench.leaving(account));

        Outcome again = bench.offboard(Bench.leaving(account));

        assertThat(again.closed().before()).isEqualTo("DEPROVISIONED");
        assertThat(again.closed().sent()).containsExactly("clearSessions", "revokeGrants", "resetFactors");
        assertThat(again.closed().skipped()).containsOnlyKeys("suspend", "revokeRefreshTokens", "deactivate");
        assertThat(account.status()).isEqualTo(DEPROVISIONED);
    }

    @Test
    void who_has_nothing_is_closed_too() {
        SimulatedUser account = Bench.okta().addUser("has.nothing@example.com", ACTIVE);

        Outcome outcome = bench.offboard(Bench.leaving(account));

        assertThat(outcome.closed().sent())
                .containsExactly("suspend", "clearSessions", "revokeGrants", "resetFactors", "deactivate");
        assertThat(outcome.closed().skipped())
                .containsExactly(Map.entry("revokeRefreshTokens", "no OAuth client holds grants or tokens"));
    }

    @Test
    void while_Okta_is_still_at_it_the_result_says_so() {
        SimulatedUser account = Bench.account()
                .status(DEPROVISIONED)
                .transitioningTo(DEPROVISIONED)
                .add();

        assertThat(bench.offboard(Bench.leaving(account)).closed().becoming()).isEqualTo("DEPROVISIONED");
    }

    @Test
    void what_somebody_else_has_begun_to_close_is_closed() {
        SimulatedUser account = Bench.account()
                .status(UserStatus.PROVISIONED)
                .transitioningTo(DEPROVISIONED)
                .add();
        Bench.okta()
                .wireMock()
                .stubFor(post(urlPathEqualTo("/api/v1/users/" + account.id() + "/lifecycle/deactivate"))
                        .willReturn(jsonResponse("{\"errorCode\":\"E0000001\"}", 400)));

        Outcome outcome = bench.offboard(Bench.leaving(account));

        assertThat(outcome.isClosed()).as(outcome.cause()).isTrue();
        assertThat(outcome.closed().becoming()).isEqualTo("DEPROVISIONED");
        assertThat(outcome.closed().skipped()).containsEntry("deactivate", "Okta had done it already");
        assertThat(outcome.closed().sent()).doesNotContain("deactivate").isEqualTo(Bench.carriedOut(account));
    }

    private static Map<String, String> query(SimulatedUser account, String method, String path) {
        return Bench.okta()
                .requests()
                .matching(method, "/api/v1/users/" + account.id() + path)
                .get(0)
                .query();
    }

    private static List<String> expectedCalls(UserStatus status) {
        List<String> calls = new ArrayList<>(CLEANING);
        if (status == ACTIVE) {
            calls.add(0, "suspend");
        }
        if (status != DEPROVISIONED) {
            calls.add("deactivate");
        }
        return calls;
    }

    private static Map<String, String> expectedSkips(UserStatus status) {
        String notActive = "only an ACTIVE account can be suspended, this one is " + status;
        return switch (status) {
            case ACTIVE -> Map.of();
            case DEPROVISIONED -> Map.of("suspend", notActive, "deactivate", "the account is DEPROVISIONED already");
            default -> Map.of("suspend", notActive);
        };
    }
}
