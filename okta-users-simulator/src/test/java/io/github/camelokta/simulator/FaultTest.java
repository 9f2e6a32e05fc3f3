/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTest {
    private static final VirtualClock CLOCK = VirtualClock.startingAt("2026-11-23T10:00:00Z");

    @RegisterExtension
    static final OktaSimulatorExtension EXTENSION =
            new OktaSimulatorExtension(OktaSimulator.builder().clock(CLOCK).sleeper(CLOCK::advance));

    private OktaSimulator okta;
    private OktaClient client;
    private SimulatedUser ann;
    private String suspend;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
        ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        suspend = "/api/v1/users/" + ann.id() + "/lifecycle/suspend";
    }

    @Test
    void serverErrorsStrikeOnceAndChangeNothing() {
        okta.failNext(Fault.internalError()).failNext(Fault.unavailable());

        assertThat(client.post(suspend).error()).isEqualTo("500 E0000009");
        assertThat(client.post(suspend).error()).isEqualTo("503 E0000010");
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(client.post(suspend).status()).isEqualTo(200);
    }

    @Test
    void anyErrorOfOktasCanBeOrdered() {
        okta.failNext(Fault.error(ErrorCode.E0000006));

        assertThat(client.post(suspend).error()).isEqualTo("403 E0000006");
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void anErrorCanHideAChange() {
        okta.failNext(Fault.internalError().afterChange());

        assertThat(client.post(suspend).status()).isEqualTo(500);
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void anExhaustedBucketStaysExhaustedUntilItsWindowEnds() {
        okta.failNext(Fault.rateLimited());

        Answer refused = client.post(suspend);

        assertThat(refused.error()).isEqualTo("429 E0000047");
        assertThat(refused.header("X-Rate-Limit-Limit")).isEqualTo("600");
        assertThat(refused.header("X-Rate-Limit-Remaining")).isEqualTo("0");
        Instant reset = Instant.ofEpochSecond(Long.parseLong(refused.header("X-Rate-Limit-Reset")));
        assertThat(reset).isEqualTo(CLOCK.instant().plusSeconds(60));
        assertThat(client.post(suspend).status()).isEqualTo(429);
        CLOCK.advance(Duration.ofSeconds(60));
        assertThat(client.post(suspend).status()).isEqualTo(200);
    }

    @Test
    void theConcurrencyLimitShowsZeros() {
        okta.failNext(Fault.concurrencyLimited());

        Answer refused = client.get("/api/v1/users");

        assertThat(refused.error()).isEqualTo("429 E0000047");
        assertThat(refused.header("X-Rate-Limit-Limit")).isEqualTo("0");
        assertThat(refused.header("X-Rate-Limit-Remaining")).isEqualTo("0");
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    void aConnectionIsResetBeforeOrAfterTheChange() {
        okta.failNext(Fault.resetBeforeChange());
        assertThatThrownBy(() -> client.post(suspend, "{}")).hasCauseInstanceOf(IOException.class);
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        okta.failNext(Fault.resetAfterChange());
        assertThatThrownBy(() -> client.post(suspend, "{}")).hasCauseInstanceOf(IOException.class);
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(okta.requests().all()).extracting(LoggedRequest::status).containsExactly(0, 0);
    }

    @Test
    void aDelayPassesOnTheClockAndTheAnswerIsRight() {
        Instant before = CLOCK.instant();
        okta.failNext(Fault.delay(Duration.ofMinutes(5)));

        assertThat(client.post(suspend).status()).isEqualTo(200);
        assertThat(CLOCK.instant()).isEqualTo(before.plusSeconds(300));
    }

    @Test
    void theNthMatchingRequestIsStruck() {
        okta.faults().on("POST", "/api/v1/users/*/lifecycle/*").nth(2).times(2).fail(Fault.unavailable());

        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        List<Integer> answers = IntStream.range(0, 5)
                .mapToObj(i -> client.post(suspend).status())
                .toList();

        assertThat(answers).containsExactly(200, 503, 503, 400, 400);
        assertThat(okta.faults().pending()).isZero();
    }

    @Test
    void aPatternStarStandsForOneSegment() {
        okta.failNext("GET", "/api/v1/users/*", Fault.unavailable());

        assertThat(client.get("/api/v1/users/" + ann.id() + "/groups").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users/" + ann.id()).status()).isEqualTo(503);
    }

    @Test
    void aPatternOfTwoStarsStandsForAnyRest() {
        okta.faults().on("*", "/api/*/users/**").always().fail(Fault.unavailable());

        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users/" + ann.id() + "/groups").status()).isEqualTo(503);
        assertThat(client.post(suspend).status()).isEqualTo(503);
        assertThat(client.get("/api/v1/v2/users/x").status()).isEqualTo(404);
    }

    @Test
    void alwaysLastsUntilTheReset() {
        okta.faults().on("GET", "/api/v1/users").always().fail(Fault.unavailable());

        for (int i = 0; i < 5; i++) {
            assertThat(client.get("/api/v1/users").status()).isEqualTo(503);
        }
        okta.reset();
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
    }
}
