/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.examples.offboarding.run.Outcome;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events that close no account: they go to the failed ones as they came, with the cause. */
class OffboardRefusedTest {
    private static SimulatedUser listedById;
    private static SimulatedUser listedByLogin;
    private static Bench bench;

    @BeforeAll
    static void start() {
        listedById = Bench.account().add();
        listedByLogin = Bench.account().add();
        bench = Bench.with("offboarding.protected-accounts="
                        + listedById.id() + ", "
                        + listedByLogin.login().toUpperCase(java.util.Locale.ROOT))
                .start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void somebody_whom_Okta_does_not_know() {
        Outcome outcome = failed(Bench.leaving("nobody@example.com"));

        assertThat(outcome.cause()).startsWith("get failed: Okta answered 404 E0000007");
        assertThat(outcome.failure())
                .containsEntry("operation", "get")
                .containsEntry("errorCode", "E0000007")
                .containsEntry("retryable", "false")
                .containsEntry("event", outcome.event())
                .containsKey("failedAt")
                .doesNotContainKeys("account", "sent");
    }

    @Test
    void a_protected_account_by_its_id() {
        untouched(listedById, "protected accounts");
    }

    @Test
    void a_protected_account_by_its_login() {
        untouched(listedByLogin, "protected accounts");
    }

    @Test
    void an_administrator() {
        untouched(Bench.account().roles("HELP_DESK_ADMIN", "USER_ADMIN").add(), "HELP_DESK_ADMIN, USER_ADMIN");
    }

    @Test
    void an_administrator_unless_that_is_allowed() {
        SimulatedUser admin = Bench.account().roles("USER_ADMIN").add();
        try (Bench allowing = Bench.with("offboarding.close-admins=true").start()) {
            assertThat(allowing.offboard(Bench.leaving(admin)).isClosed()).isTrue();
        }
        assertThat(admin.status()).isEqualTo(UserStatus.DEPROVISIONED);
    }

    @Test
    void somebody_found_by_a_short_name_only() {
        SimulatedUser account = Bench.account().add();
        String shortName = account.login().substring(0, account.login().indexOf('@'));

        Outcome outcome = failed(Bench.leaving(shortName));

        assertThat(outcome.cause()).contains("nothing is closed on a guess");
        assertThat(Bench.carriedOut(account)).isEmpty();
    }

    @Test
    void an_id_and_a_login_that_are_two_people() {
        SimulatedUser one = Bench.account().add();
        SimulatedUser other = Bench.account().add();

        Outcome outcome = failed(
                "{\"id\":\"" + one.id() + "\",\"login\":\"" + other.login() + "\",\"at\":\"2026-11-20T17:00:00Z\"}");

        assertThat(outcome.cause()).contains("nothing is closed on a guess");
        assertThat(Bench.carriedOut(one)).isEmpty();
        assertThat(Bench.carriedOut(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"login\":\"cut", "[]", "leaver", "{}", ""})
    void an_event_that_cannot_be_read(String event) {
        Outcome outcome = failed(event);

        assertThat(outcome.cause()).startsWith("the event ");
        assertThat(outcome.failure()).containsEntry("retryable", "false");
    }

    @Test
    void an_event_that_is_no_text_survives_to_the_byte() {
        byte[] event = {(byte) 0xff, 0, (byte) 0xc3, '{'};

        assertThat(bench.offboard(event).value()).isEqualTo(event);
    }

    @Test
    void what_Okta_refuses_for_good() {
        SimulatedUser account = Bench.account().add();
        Bench.okta()
                .wireMock()
                .stubFor(post(urlPathEqualTo("/api/v1/users/" + account.id() + "/lifecycle/deactivate"))
                        .willReturn(jsonResponse("{\"errorCode\":\"E0000006\"}", 403)));

        Outcome outcome = failed(Bench.leaving(account));

        assertThat(outcome.cause()).startsWith("deactivate failed: Okta answered 403");
        assertThat(outcome.failure())
                .containsEntry("account", account.id())
                .containsEntry("retryable", "false")
                .containsEntry("sent", String.join(",", Bench.carriedOut(account)));
        assertThat(account.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    private static void untouched(SimulatedUser account, String cause) {
        Outcome outcome = failed(Bench.leaving(account));

        assertThat(outcome.cause()).contains(cause);
        assertThat(outcome.failure()).containsEntry("account", account.id()).containsEntry("sent", "");
        assertThat(Bench.carriedOut(account)).isEmpty();
        assertThat(account.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(Bench.left(account)).hasSize(4);
    }

    private static Outcome failed(String event) {
        Outcome outcome = bench.offboard(event);
        assertThat(outcome.isClosed()).isFalse();
        assertThat(new String(outcome.value(), StandardCharsets.UTF_8)).isEqualTo(event);
        assertThat(outcome.cause()).doesNotContain("@example.com");
        return outcome;
    }
}
