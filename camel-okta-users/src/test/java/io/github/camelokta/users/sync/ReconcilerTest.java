/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.ReconcileFailedException;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run does, user by user. */
class ReconcilerTest extends ReconcileFixture {

    @Test
    void each_user_is_counted_as_what_happened_and_those_changed_or_refused_are_reported() {
        SimulatedUser changed = user("bea@acme.com", UserStatus.ACTIVE);
        SimulatedUser back = user("cay@acme.com", UserStatus.DEPROVISIONED);
        SimulatedUser gone = user("dot@acme.com", UserStatus.ACTIVE);
        user("eve@acme.com", UserStatus.ACTIVE);
        user("fay@acme.com", UserStatus.PROVISIONED);
        want("ann@acme.com", "ACTIVE");
        want("bea@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        want("cay@acme.com", "ACTIVE");
        want("eve@acme.com", "ACTIVE");
        want("fay@acme.com", "SUSPENDED");

        try (ReconcileReport report = run()) {
            assertThat(report)
                    .hasToString("ReconcileReport{CREATED=1, UPDATED=1, REACTIVATED=1, SUSPENDED=0, DEACTIVATED=1,"
                            + " UNCHANGED=1, REFUSED=1}");
            assertThat(results(report))
                    .extracting(UserResult::login, UserResult::id, UserResult::change, UserResult::refusal)
                    .containsExactlyInAnyOrder(
                            tuple(
                                    "ann@acme.com",
                                    simulator
                                            .findUser("ann@acme.com")
                                            .orElseThrow()
                                            .id(),
                                    Change.CREATED,
                                    null),
                            tuple("bea@acme.com", changed.id(), Change.UPDATED, null),
                            tuple("cay@acme.com", back.id(), Change.REACTIVATED, null),
                            tuple("dot@acme.com", gone.id(), Change.DEACTIVATED, null),
                            tuple(
                                    "fay@acme.com",
                                    simulator
                                            .findUser("fay@acme.com")
                                            .orElseThrow()
                                            .id(),
                                    Change.REFUSED,
                                    Refusal.BY_OKTA));
            assertThat(results(report)).as("a second time").hasSize(5);
            assertThat(report.getCounts()).containsEntry(Change.REFUSED, 1L).containsEntry(Change.SUSPENDED, 0L);
            assertThat(report.isChanged()).isTrue();
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void deactivations_come_last() {
        user("ann@acme.com", UserStatus.ACTIVE);
        user("bea@acme.com", UserStatus.ACTIVE);
        want("bea@acme.com", "DEPROVISIONED");
        want("zoe@acme.com", "STAGED");
        run().close();

        List<String> writes =
                okta.sent.stream().filter(line -> line.startsWith("POST")).toList();
        assertThat(writes).hasSize(3);
        assertThat(writes.get(0)).isEqualTo("POST /api/v1/users?activate=false");
        assertThat(writes.subList(1, 3)).allMatch(line -> line.contains("/lifecycle/deactivate"));
    }

    @Test
    void a_source_that_fails_leaves_no_write_and_no_file() {
        user("ann@acme.com", UserStatus.ACTIVE);
        Throwable failure = catchThrowable(() -> run(taker -> {
            taker.accept(want("bea@acme.com", "ACTIVE"));
            throw new IllegalStateException("the directory went away");
        }));
        assertThat(failure).hasMessage("the directory went away");
        assertThat(okta.sent).isEmpty();
        assertThat(temp).isEmptyDirectory();
        assertThat(guard.isTripped()).isFalse();
    }

    @Test
    void a_user_who_is_not_understood_ends_the_run_before_anything_is_sent() {
        user("ann@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE");
        wanted.add(JSON.createObjectNode().put("logon", "bea@acme.com"));
        assertThatIllegalArgumentException()
                .isThrownBy(this::run)
                .withMessageStartingWith("reconcile knows no property logon");
        wanted.set(1, JSON.createObjectNode().put("id", "00u1234567890abcdefg"));
        assertThatIllegalArgumentException()
                .isThrownBy(this::run)
                .withMessageContaining("reconcile finds users by login");
        assertThat(okta.sent).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void users_outside_of_the_scope_are_never_touched() {
        SimulatedUser other = simulator.addUser("ann@acme.com", UserStatus.SUSPENDED);
        SimulatedUser stranger = simulator.addUser("bea@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE");
        try (ReconcileReport report = run()) {
            assertThat(results(report)).singleElement().satisfies(result -> {
                assertThat(result.refusal()).isEqualTo(Refusal.OUT_OF_SCOPE);
                assertThat(result.id()).isEqualTo(other.id());
            });
            assertThat(report.isChanged()).isFalse();
        }
        assertThat(okta.writes()).isZero();
        assertThat(stranger.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void a_leaver_outside_of_the_scope_is_reported_as_that_and_not_as_closed() {
        SimulatedUser moved = user("ann@acme.com", UserStatus.ACTIVE).change("department", "it");
        simulator.addUser("bea@acme.com", UserStatus.DEPROVISIONED);
        user("dot@acme.com", UserStatus.DEPROVISIONED);
        protect = "profile.title eq \"break-glass\"";
        simulator.addUser("eve@acme.com", UserStatus.ACTIVE).change("title", "break-glass");
        for (String login : List.of("ann@acme.com", "bea@acme.com", "cay@acme.com", "dot@acme.com", "eve@acme.com")) {
            want(login, "DEPROVISIONED");
        }
        try (ReconcileReport report = run()) {
            assertThat(results(report))
                    .extracting(UserResult::login, UserResult::id, UserResult::refusal)
                    .containsExactly(
                            tuple("ann@acme.com", moved.id(), Refusal.OUT_OF_SCOPE),
                            tuple(
                                    "eve@acme.com",
                                    simulator
                                            .findUser("eve@acme.com")
                                            .orElseThrow()
                                            .id(),
                                    Refusal.PROTECTED));
            assertThat(report.getUnchanged()).isEqualTo(3);
            assertThat(report.getRefused()).isEqualTo(2);
        }
        assertThat(okta.writes()).isZero();
    }

    /** A killed process leaves them. */
    @Test
    void no_file_of_a_run_holds_anything_of_a_user_that_could_be_read() throws Exception {
        user("bea@acme.com", UserStatus.ACTIVE).change("city", "Hometown");
        want("ann@acme.com", "ACTIVE")
                .withObject("/credentials")
                .withObject("/password")
                .put("value", "Secret-Horse-7");
        int[] files = {0};
        okta.before = line -> {
            if (line.startsWith("POST")) {
                files[0] += readFiles();
            }
        };
        run().close();
        assertThat(files[0]).isGreaterThan(5);
    }

    private int readFiles() {
        try (Stream<Path> all = Files.walk(temp)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.getFileName().toString())
                        .doesNotContain("Horse", "Hometown");
            }
            return files.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void protected_users_are_never_written_to() {
        protect = "profile.title eq \"break-glass\"";
        SimulatedUser missing = user("ann@acme.com", UserStatus.ACTIVE).change("title", "break-glass");
        user("bea@acme.com", UserStatus.ACTIVE).change("title", "break-glass");
        simulator.user("cay@acme.com").profile("title", "break-glass").add();
        want("bea@acme.com", "DEPROVISIONED");
        want("cay@acme.com", "ACTIVE");
        try (ReconcileReport report = run()) {
            assertThat(results(report))
                    .extracting(UserResult::refusal)
                    .containsOnly(Refusal.PROTECTED)
                    .hasSize(3);
        }
        assertThat(okta.writes()).isZero();
        assertThat(missing.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void a_login_that_is_named_twice_is_left_alone() {
        SimulatedUser ann = user("ann@acme.com", UserStatus.SUSPENDED);
        want("ann@acme.com", "ACTIVE");
        want("Ann@acme.com", "DEPROVISIONED");
        try (ReconcileReport report = run()) {
            assertThat(results(report)).extracting(UserResult::refusal).containsExactly(Refusal.DUPLICATE_LOGIN);
        }
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void what_Okta_refuses_of_one_user_does_not_keep_the_others() {
        want("ann@acme.com", "STAGED").withObject("/profile").put("lastName", "");
        want("bea@acme.com", "STAGED");
        try (ReconcileReport report = run()) {
            assertThat(results(report))
                    .extracting(UserResult::change, UserResult::calls)
                    .containsExactly(
                            tuple(Change.REFUSED, List.of("create: 400 E0000001")),
                            tuple(Change.CREATED, List.of("create: no user has this login")));
        }
    }

    @Test
    void a_change_that_Okta_refuses_is_sent_once() {
        user("ann@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("lastName", "");
        try (ReconcileReport report = run()) {
            assertThat(report.getRefused()).isEqualTo(1);
        }
        assertThat(okta.writesSent()).isEqualTo(1);
    }

    /** 0 is no answer, 429 the limit, 401 the credential: the next user would meet the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 401, 429, 500, 503})
    void what_every_user_would_meet_ends_the_run(int status) {
        want("ann@acme.com", "STAGED");
        want("bea@acme.com", "STAGED");
        okta.before = line -> {
            if (line.startsWith("POST")) {
                throw OktaUsersException.of("create failed").status(status).build();
            }
        };
        assertThatExceptionOfType(ReconcileFailedException.class)
                .isThrownBy(this::run)
                .satisfies(e -> e.getReport().close());
        assertThat(okta.lists() + okta.gets()).isEqualTo(2);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void absent_attributes_of_missing_users_are_not_cleared() {
        onMissing = OnMissing.suspend;
        SimulatedUser ann = user("ann@acme.com", UserStatus.ACTIVE);
        user("bea@acme.com", UserStatus.DEPROVISIONED);
        want("cay@acme.com", "STAGED");
        try (ReconcileReport report = run()) {
            assertThat(report.getSuspended()).isEqualTo(1);
            assertThat(report.getUnchanged()).isEqualTo(1);
        }
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(ann.profile("department")).isEqualTo("hr");
    }

    @Test
    void results_end_with_the_report() {
        want("ann@acme.com", "STAGED");
        ReconcileReport report = run();
        Iterator<UserResult> results = report.results();
        assertThat(results.hasNext()).isTrue();
        report.close();
        report.close();
        assertThatIllegalStateException().isThrownBy(results::hasNext);
        assertThatIllegalStateException().isThrownBy(report::results);
        assertThat(temp).isEmptyDirectory();
    }
}
