/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export in a process of its own, killed by SIGKILL at random moments while users change and the index lags behind. */
class KillTest {
    static final int LIMIT = 20;
    static final Duration HORIZON = Duration.ofSeconds(3);
    private static final Duration LAG = Duration.ofMillis(700);
    private static final int KILLS = 20;
    private static final int USERS = 300;
    private static final Duration LONG = Duration.ofSeconds(180);

    /** By {@code -Dkill.cursors=file} the cursor is in a file, beside the database. */
    private static final String CURSORS = System.getProperty("kill.cursors", "table");

    @TempDir
    Path directory;

    private final long seed = Long.getLong("kill.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Witness witness = new Witness();

    @Test
    void nothing_is_lost_by_kills() throws Exception {
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        try (OktaSimulator okta = OktaSimulator.builder()
                .indexLag(LAG)
                .rateLimit(RateLimits.USERS, 1_000_000)
                .start()) {
            for (int i = 0; i < USERS; i++) {
                okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
            }
            Changes changes = new Changes(okta, new Random(seed));
            writer.scheduleAtFixedRate(changes, 0, 10, TimeUnit.MILLISECONDS);
            System.out.println("Seed " + seed);
            for (int kill = 1; kill <= KILLS; kill++) {
                live(kill, okta);
            }
            writer.shutdown();
            assertThat(writer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            int before = witness.repeats();
            try (Life life = start(okta)) {
                await().atMost(LONG).untilAsserted(() -> assertThat(missing(okta))
                        .as("users whose latest state does not come")
                        .isEmpty());
                life.end();
            }
            System.out.printf(
                    "%d kills, %d changes, %d users written, %d of them again, the cursor stored %d times%n",
                    KILLS, changes.count(), witness.written(), witness.repeats(), witness.stored());
            assertThat(new Comparison(okta, Database.embedded(directory)).findings())
                    .isEmpty();
            assertThat(witness.repeats() - before).isLessThanOrEqualTo(LIMIT + 1);
            assertThat(witness.complaints()).isEmpty();
            assertThat(witness.repeats())
                    .as("else no kill came between a page and its cursor")
                    .isPositive();
        } finally {
            writer.shutdownNow();
        }
    }

    private List<Version> missing(OktaSimulator okta) {
        return okta.users().stream()
                .map(Version::of)
                .filter(version -> !witness.hasSeen(version))
                .toList();
    }

    private void live(int kill, OktaSimulator okta) throws Exception {
        int repeats = witness.repeats();
        try (Life life = start(okta)) {
            Moment moment = moment(okta, life);
            await().atMost(LONG)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        assertThat(life.isAlive()).isTrue();
                        return moment.hasCome().getAsBoolean();
                    });
            life.kill();
            int again = witness.repeats() - repeats;
            System.out.printf(
                    "kill %2d after %-16s %4d written, %2d of them again%n",
                    kill, moment.name(), life.written(), again);
            assertThat(again).isLessThanOrEqualTo(LIMIT + 1);
        }
    }

    private record Moment(String name, BooleanSupplier hasCome) {}

    private Moment moment(OktaSimulator okta, Life life) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            int users = 1 + random.nextInt(80);
            return new Moment(users + " users,", () -> life.written() >= users);
        }
        if (kind == 1) {
            long requests = 1 + random.nextInt(25);
            long before = okta.requests().count();
            return new Moment(requests + " requests,", () -> okta.requests().count() >= before + requests);
        }
        long wait = TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_000));
        long stored = witness.stored();
        long[] since = {0};
        return new Moment(TimeUnit.NANOSECONDS.toMillis(wait) + " ms,", () -> {
            if (since[0] == 0 && witness.stored() > stored) {
                since[0] = System.nanoTime();
            }
            return since[0] != 0 && System.nanoTime() - since[0] >= wait;
        });
    }

    private Life start(OktaSimulator okta) throws Exception {
        return new Life(KilledExport.class, witness::hear, okta.orgUrl(), okta.token(), directory.toString(), CURSORS);
    }
}
