/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00.700Z");
    private static final VirtualClock CLOCK = VirtualClock.startingAt(START);

    @RegisterExtension
    static final OktaSimulatorExtension EXTENSION =
            new OktaSimulatorExtension(OktaSimulator.builder().clock(CLOCK).rateLimit(RateLimits.USERS, 3));

    private OktaSimulator okta;
    private OktaClient client;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        CLOCK.set(START);
        okta = simulator;
        client = new OktaClient(okta);
    }

    private static String headers(Answer answer) {
        return answer.header("X-Rate-Limit-Limit") + " " + answer.header("X-Rate-Limit-Remaining") + " "
                + (Long.parseLong(answer.header("X-Rate-Limit-Reset")) - START.getEpochSecond());
    }

    @Test
    void theFirstRequestOpensAWindowOfSixtySeconds() {
        assertThat(headers(client.get("/api/v1/users"))).isEqualTo("3 2 60");
        CLOCK.advance(Duration.ofSeconds(30));
        assertThat(headers(client.get("/api/v1/users"))).isEqualTo("3 1 60");
        assertThat(headers(client.get("/api/v1/users"))).isEqualTo("3 0 60");

        Answer over = client.get("/api/v1/users");

        assertThat(over.error()).isEqualTo("429 E0000047");
        assertThat(headers(over)).isEqualTo("3 0 60");
        assertThat(over.header("Retry-After")).isNull();
        assertThat(over.header("Date")).isEqualTo("Mon, 23 Nov 2026 10:00:30 GMT");
        CLOCK.advance(Duration.ofMillis(29_999));
        assertThat(client.get("/api/v1/users").status()).isEqualTo(429);
        CLOCK.advance(Duration.ofMillis(1));
        assertThat(headers(client.get("/api/v1/users"))).isEqualTo("3 2 120");
    }

    @Test
    void aWindowHasNoPhase() {
        client.get("/api/v1/users");
        CLOCK.advance(Duration.ofSeconds(95));

        assertThat(headers(client.get("/api/v1/users"))).isEqualTo("3 2 155");
    }

    @Test
    void bucketsAreCountedApart() {
        SimulatedUser ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        String path = "/api/v1/users/" + ann.id();
        for (int i = 0; i < 3; i++) {
            client.get(path + "/groups");
        }

        assertThat(client.post(path + "/lifecycle/suspend").status()).isEqualTo(429);
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(headers(client.get(path))).isEqualTo("1000 999 60");
        assertThat(headers(client.post(path, "{'profile':{'city':'Rome'}}"))).isEqualTo("600 599 60");
        assertThat(headers(client.delete(path))).isEqualTo("600 598 60");
        assertThat(headers(client.get("/api/v1/users/me"))).isEqualTo("1000 999 60");
        assertThat(headers(client.get("/api/v1/other"))).isEqualTo("600 599 60");
    }

    @Test
    void aLimitCanBeSetWhileRunning() {
        okta.rateLimit("/api/v1/users", 1);

        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users").status()).isEqualTo(429);
        assertThatThrownBy(() -> okta.rateLimit("/api/v1/user", 1)).hasMessageContaining("No such bucket");
    }

    @Test
    void aRefusedTokenCountsToo() {
        client.get("/api/v1/users", "Authorization", "SSWS wrong");

        assertThat(headers(client.get("/api/v1/users"))).isEqualTo("3 1 60");
    }
}
