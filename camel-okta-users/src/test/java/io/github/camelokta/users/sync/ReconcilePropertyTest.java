/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.support.Randoms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random directories against random orgs. */
class ReconcilePropertyTest {
    private static final int HISTORIES = 1_000;
    private static final int KILLED_HISTORIES = 20;

    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

    private final OktaSimulator simulator = OktaSimulator.builder().build();

    @TempDir
    Path temp;

    @Test
    void the_org_becomes_what_the_directory_wants_and_nobody_else_is_touched() throws Exception {
        long seed = Randoms.seed();
        for (int i = 0; i < HISTORIES; i++) {
            try {
                history(seed + i).play();
            } catch (Throwable e) {
                throw new AssertionError(
                        "history " + i + " of -Dseed=" + seed + ": run it alone with -Dseed=" + (seed + i), e);
            }
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_run_that_is_killed_at_any_of_its_calls_is_gone_on_with_by_the_next() {
        long seed = Randoms.seed();
        int killed = 0;
        for (int history = 0; history < KILLED_HISTORIES; history++) {
            boolean ended = false;
            for (int call = 1; !ended; call++) {
                String place = "-Dseed=" + seed + ", history " + history + ", killed at call " + call;
                try {
                    ended = history(seed + history).playKilledAt(call);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(place, e);
                }
                killed += ended ? 0 : 1;
            }
        }
        assertThat(killed).isGreaterThan(KILLED_HISTORIES);
    }

    private ReconcileHistory history(long seed) {
        return new ReconcileHistory(new Random(seed), simulator, CONTEXT, temp);
    }
}
