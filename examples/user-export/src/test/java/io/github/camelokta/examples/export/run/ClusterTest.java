/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.UserStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two exports with one database: a leader, in a process of its own or in this one, and a stand-by that was up before it went. */
@SuppressWarnings("try") // the stand-by works by itself
class ClusterTest {
    private static final int USERS = 400;
    private static final int CHANGED = 10;
    private static final Duration LONG = Duration.ofSeconds(180);

    @TempDir
    Path directory;

    private final Witness witness = new Witness();
    private final DeliveryCount standBy = new DeliveryCount();
    private OktaSimulator okta;
    private Server database;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("export.delay", "20");
        System.setProperty("export.limit", Integer.toString(KillTest.LIMIT));
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        okta = OktaSimulator.builder().rateLimit(RateLimits.USERS, 1_000_000).start();
        for (int i = 0; i < USERS; i++) {
            okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
        }
    }

    @AfterEach
    void stop() {
        System.clearProperty("export.delay");
        System.clearProperty("export.limit");
        okta.close();
        database.stop();
    }

    @Test
    void after_a_kill_the_stand_by_goes_on_at_the_shared_cursor() throws Exception {
        try (Life leader = new Life(ClusteredExport.class, witness::hear, member("leader"))) {
            await().atMost(LONG).until(() -> leader.written() > 0);
            try (DefaultCamelContext other = standBy()) {
                await().atMost(LONG).pollInterval(Duration.ofMillis(1)).until(() -> leader.written() >= 110);
                assertThat(standBy.count()).isZero();
                leader.kill();

                takesOver(leader.written(), KillTest.LIMIT + 1);
            }
        }
    }

    @Test
    void after_a_stop_only_what_was_under_way_may_come_twice() throws Exception {
        DeliveryCount leader = new DeliveryCount();
        DefaultCamelContext first = ClusteredExport.start(
                row -> {
                    witness.hear(KilledExport.line(row));
                    leader.written(row);
                },
                member("leader"));
        leader.await(1, LONG);
        try (first;
                DefaultCamelContext other = standBy()) {
            leader.await(109, LONG);
            assertThat(standBy.count()).isZero();
            first.stop();

            // master: stops its consumer without waiting for the exchange that is under way.
            takesOver(leader.count(), 1);
        }
    }

    private void takesOver(int before, int mostRepeats) {
        for (int i = 0; i < CHANGED; i++) {
            okta.users().get(i).change("city", "Oslo");
        }
        await().atMost(LONG).until(() -> okta.users().stream().map(Version::of).allMatch(witness::hasSeen));
        System.out.printf(
                "fail-over after %d of %d users: the stand-by wrote %d, %d of them again%n",
                before, USERS, standBy.count(), witness.repeats());
        assertThat(witness.repeats()).isLessThanOrEqualTo(mostRepeats);
        assertThat(standBy.count()).isBetween(CHANGED, USERS - before + CHANGED + mostRepeats);
    }

    private DefaultCamelContext standBy() throws Exception {
        return ClusteredExport.start(
                row -> {
                    witness.hear(KilledExport.line(row));
                    standBy.written(row);
                },
                member("stand-by"));
    }

    private String[] member(String name) {
        return new String[] {
            okta.orgUrl(),
            okta.token(),
            "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./shared",
            directory.resolve("locks").toString(),
            name
        };
    }
}
