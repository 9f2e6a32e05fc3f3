/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.ReconcileFailedException;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that cannot go on: it ends early, and says what it has done. */
class BrokenRunTest extends ReconcileFixture {

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 429, 503})
    void a_run_that_breaks_off_comes_with_the_report_of_what_was_done(int status) {
        user("ann@acme.com", UserStatus.ACTIVE);
        for (int i = 0; i < 5; i++) {
            want("p" + i + "@acme.com", "STAGED");
        }
        failAtWrite(4, status);

        ReconcileFailedException failed = catchThrowableOfType(ReconcileFailedException.class, this::run);

        assertThat(failed.getStatusCode()).isEqualTo(status);
        assertThat(failed.getMessage()).isEqualTo("reconcile broke off after 4 of 6 users: create failed");
        assertThat(failed.getCause()).isInstanceOf(OktaUsersException.class).hasMessage("create failed");
        try (ReconcileReport report = failed.getReport()) {
            assertThat(report.getCreated()).isEqualTo(3);
            assertThat(report.isChanged()).isTrue();
            assertThat(results(report))
                    .extracting(UserResult::login, UserResult::change, UserResult::refusal)
                    .containsExactly(
                            tuple("p0@acme.com", Change.CREATED, null),
                            tuple("p1@acme.com", Change.CREATED, null),
                            tuple("p2@acme.com", Change.CREATED, null),
                            tuple("p3@acme.com", Change.REFUSED, Refusal.RUN_BROKE_OFF));
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void the_writes_of_the_user_at_whom_it_broke_off_are_in_the_report() {
        want("ann@acme.com", "ACTIVE");
        failAtWrite(2, 503);

        ReconcileFailedException failed = catchThrowableOfType(ReconcileFailedException.class, this::run);

        try (ReconcileReport report = failed.getReport()) {
            assertThat(results(report)).singleElement().satisfies(result -> assertThat(result.calls())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("create"));
            assertThat(report.isChanged()).isTrue();
        }
    }

    @Test
    void what_was_in_flight_beside_the_failure_is_in_the_report() {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            work = new OrderedExecutor(pool, 4);
            for (int i = 0; i < 40; i++) {
                want("p" + i + "@acme.com", "STAGED");
            }
            failAtWrite(10, 503);

            ReconcileFailedException failed = catchThrowableOfType(ReconcileFailedException.class, this::run);

            try (ReconcileReport report = failed.getReport()) {
                assertThat(report.getCreated()).isEqualTo(simulator.users().size());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void writes_that_are_all_forbidden_end_the_run_early() {
        for (int i = 0; i < 30; i++) {
            want("p" + i + "@acme.com", "STAGED");
        }
        okta.forbidden = line -> line.startsWith("POST");

        ReconcileFailedException failed = catchThrowableOfType(ReconcileFailedException.class, this::run);

        assertThat(failed.getStatusCode()).isEqualTo(403);
        assertThat(failed.getMessage())
                .contains("create")
                .contains("permission")
                .contains("protect");
        assertThat(okta.writesSent()).isEqualTo(5);
        failed.getReport().close();
    }

    @Test
    void so_do_reads() {
        for (int i = 0; i < 30; i++) {
            user("p" + i + "@acme.com", UserStatus.ACTIVE);
        }
        limits = new MassChangeLimits(50, 100, 0);
        okta.forbidden = line -> line.startsWith("GET /api/v1/users/00u");

        ReconcileFailedException failed = catchThrowableOfType(ReconcileFailedException.class, this::run);

        assertThat(failed.getStatusCode()).isEqualTo(403);
        assertThat(okta.gets()).isEqualTo(5);
        failed.getReport().close();
    }

    @Test
    void a_few_users_who_may_not_be_written_to_do_not_end_it() {
        for (int i = 0; i < 30; i++) {
            want("p" + i + "@acme.com", "STAGED");
        }
        List<String> denied = List.of("p1@", "p10@", "p11@", "p12@", "p13@", "p14@", "p15@", "p16@");
        int[] writes = {0};
        okta.forbidden = line -> line.startsWith("POST") && writes[0]++ >= 4 && writes[0] <= 4 + denied.size();

        try (ReconcileReport report = run()) {
            assertThat(report.getCreated()).isEqualTo(22);
            assertThat(report.getRefused()).isEqualTo(8);
        }
    }

    private void failAtWrite(int number, int status) {
        int[] writes = {0};
        okta.before = line -> {
            if (line.startsWith("POST") && ++writes[0] == number) {
                throw OktaUsersException.of("create failed")
                        .operation("create")
                        .status(status)
                        .build();
            }
        };
    }
}
