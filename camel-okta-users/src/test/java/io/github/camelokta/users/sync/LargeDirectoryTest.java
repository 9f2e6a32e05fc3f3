/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a large directory costs. */
class LargeDirectoryTest extends ReconcileFixture {

    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void of_10_000_users_with_1_percent_changed_only_those_are_read_and_written() {
        limits = new MassChangeLimits(50, 10, 10_000);
        for (int i = 0; i < 10_000; i++) {
            String login = "p" + i + "@acme.com";
            user(login, UserStatus.ACTIVE);
            if (i % 100 == 7) {
                want(login, "ACTIVE").withObject("/profile").put("city", "Bergen");
            } else {
                want(login, "ACTIVE");
            }
        }

        work = new OrderedExecutor(pool, 8);
        try (ReconcileReport report = run()) {
            assertThat(report)
                    .hasToString("ReconcileReport{CREATED=0, UPDATED=100, REACTIVATED=0, SUSPENDED=0,"
                            + " DEACTIVATED=0, UNCHANGED=9900, REFUSED=0}");
            assertThat(results(report)).extracting(UserResult::login).isSorted();
        }
        assertThat(okta.lists()).isEqualTo(50);
        assertThat(okta.gets()).isEqualTo(100);
        assertThat(okta.writes()).isEqualTo(100);
    }
}
