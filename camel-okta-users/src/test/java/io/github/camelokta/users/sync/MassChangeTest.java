/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.MassChangeException;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.sync.plan.ChangeCounts;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run does not do because it would be too much. */
class MassChangeTest extends ReconcileFixture {

    @ParameterizedTest
    @CsvSource({
        // maxDeactivations, maxChangePercent, minSourceSize, deactivated, updated, reactivated, created, open users;
        // fine?
        "50,  100, 1,  50, 0,  0,  0,   100,  true",
        "50,  100, 1,  51, 0,  0,  0,   100,  false",
        "0,   100, 1,  0,  99, 0,  0,   100,  true",
        "50,  10,  1,  4,  3,  3,  0,   100,  true",
        "50,  10,  1,  4,  4,  3,  0,   100,  false",
        "50,  10,  1,  0,  0,  0,  500, 0,    true",
        // Of a few users one is a large share.
        "50,  10,  1,  0,  1,  0,  0,   9,    true",
        "50,  10,  1,  0,  0,  1,  0,   0,    true",
        "50,  10,  1,  0,  5,  0,  0,   2,    true",
        "50,  10,  1,  0,  3,  3,  0,   9,    false",
        "50,  10,  1,  1,  4,  0,  0,   2,    true",
        "50,  10,  1,  2,  0,  0,  0,   19,   false",
        "50,  10,  1,  2,  0,  0,  0,   20,   true",
        "0,   10,  1,  1,  0,  0,  0,   2,    false",
        "50,  100, 1,  0,  0,  9,  0,   0,    true",
        "50,  0,   1,  0,  1,  0,  0,   9999, false",
        "50,  0,   1,  0,  0,  0,  1,   9999, true",
    })
    void the_limits_are_these(
            int removals,
            int percent,
            int source,
            int deactivated,
            int updated,
            int reactivated,
            int created,
            int open,
            boolean fine) {
        ChangeCounts plan = new ChangeCounts();
        plan.add(Change.DEACTIVATED, deactivated / 2);
        plan.add(Change.SUSPENDED, deactivated - deactivated / 2);
        plan.add(Change.UPDATED, updated);
        plan.add(Change.REACTIVATED, reactivated);
        plan.add(Change.CREATED, created);
        plan.add(Change.UNCHANGED, 1000);
        plan.add(Change.REFUSED, 1000);
        assertThat(new MassChangeLimits(removals, percent, source).exceededBy(plan, open) == null)
                .isEqualTo(fine);
    }

    @Test
    void a_plan_beyond_a_limit_writes_nothing_and_stops_until_it_is_released() throws Exception {
        limits = new MassChangeLimits(2, 100, 1);
        for (int i = 0; i < 30; i++) {
            user("p" + i + "@acme.com", UserStatus.ACTIVE);
        }
        want("new@acme.com", "STAGED");

        MassChangeException stopped = catchThrowableOfType(MassChangeException.class, this::run);

        assertThat(okta.writes()).isZero();
        assertThat(stopped)
                .hasMessageContaining("30 users would be deactivated or suspended, more than maxDeactivations (2)");
        assertThat(stopped.getMessage())
                .doesNotContain("acme.com")
                .contains(stopped.getPlanFile().toString());
        assertThat(stopped.getCounts()).containsEntry(Change.DEACTIVATED, 30L).containsEntry(Change.CREATED, 1L);
        assertThat(stopped.getFirst()).hasSize(20).allMatch(user -> user.change() == Change.DEACTIVATED);
        assertThat(Files.readAllLines(stopped.getPlanFile()))
                .hasSize(31)
                .contains("{\"login\":\"new@acme.com\",\"id\":null,\"change\":\"CREATED\",\"refusal\":null,"
                        + "\"calls\":[\"create: no user has this login\"]}");
        if (Files.getFileStore(temp).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stopped.getPlanFile())))
                    .isEqualTo("rw-------");
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(stopped.getPlanFile());
        }

        okta.restart();
        wanted.clear();
        for (int i = 0; i < 29; i++) {
            want("p" + i + "@acme.com", "ACTIVE");
        }
        MassChangeException again = catchThrowableOfType(MassChangeException.class, this::run);
        assertThat(again).isNotSameAs(stopped).hasMessage(stopped.getMessage());
        assertThat(okta.sent).isEmpty();
        assertThat(guard.isTripped()).isTrue();

        guard.release();
        try (ReconcileReport report = run()) {
            assertThat(report.getDeactivated()).isEqualTo(1);
        }
    }

    @Test
    void a_plan_file_holds_no_credentials_and_no_values() throws Exception {
        limits = new MassChangeLimits(50, 0, 1);
        user("ann@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", "Hometown");
        want("bea@acme.com", "ACTIVE")
                .withObject("/credentials")
                .withObject("/password")
                .put("value", "Secret-Horse-7");

        MassChangeException stopped = catchThrowableOfType(MassChangeException.class, this::run);

        assertThat(stopped.getReason()).isEqualTo("1 of 1 users would be changed, more than maxChangePercent (0)");
        assertThat(stopped.getPlanFile())
                .content()
                .contains("city differs")
                .doesNotContain("Hometown")
                .doesNotContain("Horse");
    }

    @Test
    void years_of_leavers_do_not_loosen_the_percentage() {
        limits = new MassChangeLimits(50, 10, 1);
        for (int i = 0; i < 20; i++) {
            user("gone" + i + "@acme.com", UserStatus.DEPROVISIONED);
        }
        for (int i = 0; i < 5; i++) {
            user("p" + i + "@acme.com", UserStatus.ACTIVE);
            want("p" + i + "@acme.com", "ACTIVE");
        }
        want("new@acme.com", "STAGED");
        run().close();
        wanted.remove(0);
        wanted.remove(0);

        MassChangeException stopped = catchThrowableOfType(MassChangeException.class, this::run);

        assertThat(stopped.getReason()).startsWith("2 of 6 users would be changed");
    }

    @Test
    void a_directory_that_shrank_is_not_believed_and_Okta_not_even_asked() {
        user("ann@acme.com", UserStatus.ACTIVE);
        MassChangeException stopped = catchThrowableOfType(MassChangeException.class, this::run);
        assertThat(stopped.getReason()).isEqualTo("the directory names 0 users, fewer than minSourceSize (1)");
        assertThat(stopped.getPlanFile()).isNull();
        assertThat(okta.sent).isEmpty();
        assertThat(guard.isTripped()).isTrue();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_dry_run_returns_its_plan_and_says_that_the_real_run_would_not_carry_it_out() {
        limits = new MassChangeLimits(1, 100, 1);
        user("ann@acme.com", UserStatus.ACTIVE);
        user("bea@acme.com", UserStatus.ACTIVE);
        want("new@acme.com", "STAGED");
        ReconcilePlan plan = dryRun();
        try (ReconcileReport report = plan.getReport()) {
            assertThat(plan.getExceededLimit())
                    .isEqualTo("2 users would be deactivated or suspended, more than maxDeactivations (1)");
            assertThat(plan).hasSize(3);
            assertThat(report.getDeactivated()).isEqualTo(2);
        }
        assertThat(guard.isTripped()).isFalse();

        catchThrowableOfType(MassChangeException.class, this::run);
        assertThat(guard.isTripped()).isTrue();
        ReconcilePlan again = dryRun();
        assertThat(again)
                .as("the plan can be looked at before the guard is released")
                .hasSize(3);
        again.getReport().close();

        limits = new MassChangeLimits(2, 100, 1);
        ReconcilePlan fine = dryRun();
        assertThat(fine.getExceededLimit()).isNull();
        fine.getReport().close();
    }

    @Test
    void a_dry_run_of_a_directory_that_shrank_returns_its_plan_too() {
        user("ann@acme.com", UserStatus.ACTIVE);
        ReconcilePlan plan = dryRun();
        assertThat(plan.getExceededLimit()).isEqualTo("the directory names 0 users, fewer than minSourceSize (1)");
        assertThat(plan).hasSize(1);
        plan.getReport().close();
    }

    @Test
    void the_first_run_of_a_small_org_is_no_mass_change() {
        limits = new MassChangeLimits(50, 10, 1);
        user("ann@acme.com", UserStatus.ACTIVE);
        user("bea@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        try (ReconcileReport report = run()) {
            assertThat(report.getUpdated()).isEqualTo(1);
            assertThat(report.getDeactivated()).isEqualTo(1);
        }
    }

    @Test
    void many_runs_at_once_write_nothing_beyond_the_limit() throws Exception {
        limits = new MassChangeLimits(5, 100, 1);
        List<SimulatedUser> users = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            users.add(user("p" + i + "@acme.com", UserStatus.ACTIVE));
        }
        want("new@acme.com", "STAGED");
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                failures.add(catchThrowable(() -> {
                    start.await();
                    run();
                }));
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(failures)
                .hasSize(threads)
                .allMatch(e -> e instanceof MassChangeException || e instanceof IllegalStateException);
        assertThat(failures).anyMatch(e -> e instanceof MassChangeException);
        assertThat(okta.lists()).as("only one run asks Okta").isEqualTo(1);
        assertThat(okta.writes()).isZero();
        assertThat(users).allMatch(user -> user.status() == UserStatus.ACTIVE);
    }

    @Test
    void a_second_run_beside_a_first_is_refused() throws Exception {
        want("ann@acme.com", "STAGED");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = new Thread(() -> run(taker -> {
                    reading.countDown();
                    await(goOn);
                    wanted.forEach(taker);
                })
                .close());
        first.start();
        await(reading);
        assertThat(catchThrowable(this::run))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("running already");
        goOn.countDown();
        first.join();
        assertThat(simulator.users()).hasSize(1);
        run().close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
