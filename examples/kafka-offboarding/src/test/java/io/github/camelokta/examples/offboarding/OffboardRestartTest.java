/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.examples.offboarding.run.Bench;
import io.github.camelokta.examples.offboarding.run.Outcome;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stopped with a leaver half done, and started again. */
class OffboardRestartTest {
    private static final Duration LONGER_THAN_THE_STOP = Duration.ofSeconds(12);

    @Test
    void nothing_is_lost() {
        List<SimulatedUser> leavers =
                Stream.generate(() -> Bench.account().add()).limit(3).toList();
        SimulatedUser halfDone = leavers.get(1);
        String grants = "/api/v1/users/" + halfDone.id() + "/grants";
        Bench.okta().failNext("DELETE", grants, Fault.internalError().delayedBy(LONGER_THAN_THE_STOP));

        try (Bench bench = Bench.with("camel.main.shutdown-timeout=1", "camel.component.kafka.shutdown-timeout=500")
                .start()) {
            List<String> events = leavers.stream()
                    .map(leaver -> bench.topics().publish(Bench.leaving(leaver)))
                    .toList();
            bench.resultOf(events.get(0));
            // The call that hangs is in no log yet; the one before it is.
            await().until(() -> Bench.carriedOut(halfDone).contains("clearSessions"));
            bench.stop();

            assertThat(bench.topics().committed()).isEqualTo(1);
            assertThat(bench.resultsWhen(all -> true)).hasSize(1);
            assertThat(halfDone.status()).isEqualTo(UserStatus.SUSPENDED);

            bench.start();
            Outcome outcome = bench.resultOf(events.get(1));
            bench.resultOf(events.get(2));

            assertThat(outcome.isClosed()).as(outcome.cause()).isTrue();
            assertThat(outcome.closed().before()).isEqualTo("SUSPENDED");
            assertThat(outcome.closed().skipped()).containsKey("suspend");
            assertThat(leavers).allSatisfy(leaver -> {
                assertThat(leaver.status()).isEqualTo(UserStatus.DEPROVISIONED);
                assertThat(Bench.left(leaver)).isEmpty();
            });
        }
    }
}
