/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.ReconcileFailedException;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A write whose answer was lost counts by whether it was carried out, and is sent again only where that does no harm. */
class LostAnswerTest extends ReconcileFixture {
    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private final List<String> told = new ArrayList<>();

    LostAnswerTest() {
        listener = new WriteListener() {
            @Override
            public void done(
                    OktaRequest request, OktaResponse response, Supplier<UserState> before, Supplier<UserState> after) {
                told.add(request.operation() + " done, "
                        + response.header("X-Okta-Request-Id").isPresent());
            }

            @Override
            public void failed(OktaRequest request, OktaUsersException failure, Supplier<UserState> before) {
                told.add(request.operation() + " failed");
            }
        };
    }

    @Test
    void a_user_who_was_created_is_counted_and_activated() {
        want("abe@acme.com", "STAGED");
        want("ann@acme.com", "ACTIVE");
        okta.doubtfulWrite = AFTER;
        try (ReconcileReport report = run()) {
            assertThat(report.getCreated()).isEqualTo(2);
            assertThat(results(report).get(1).calls())
                    .containsExactly("create: no user has this login", "activate: ACTIVE is wanted, without a mail");
        }
        assertThat(simulator.findUser("ann@acme.com").orElseThrow().status()).isEqualTo(UserStatus.PROVISIONED);
        assertThat(told).containsExactly("create done, true", "create done, false", "activate done, true");
    }

    @Test
    void a_user_who_was_not_created_is_not_created_twice_and_the_run_ends() {
        want("ann@acme.com", "ACTIVE");
        okta.doubtfulWrite = BEFORE;
        assertThatExceptionOfType(ReconcileFailedException.class)
                .isThrownBy(this::run)
                .matches(OktaUsersException::isInDoubt)
                .satisfies(e -> e.getReport().close());
        assertThat(okta.writes()).isEqualTo(1);
        assertThat(told).containsExactly("create failed");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_deactivation_that_was_not_carried_out_ends_the_run() {
        SimulatedUser ann = user("ann@acme.com", UserStatus.ACTIVE);
        want("bea@acme.com", "DEPROVISIONED");
        okta.doubtfulWrite = BEFORE;
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(this::run)
                .matches(OktaUsersException::isInDoubt);
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(told).containsExactly("deactivate failed");
    }

    @Test
    void a_look_that_fails_leaves_the_failure_of_the_write() {
        user("ann@acme.com", UserStatus.ACTIVE);
        want("bea@acme.com", "DEPROVISIONED");
        okta.doubtfulWrite = BEFORE;
        okta.before = line -> {
            if (okta.writes() > 0) {
                throw OktaUsersException.of("get failed").status(500).build();
            }
        };
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(this::run)
                .withMessageContaining("deactivate failed: no whole answer came");
        assertThat(told).containsExactly("deactivate failed");
    }

    @Test
    void a_profile_that_was_written_is_counted_and_not_written_again() {
        user("abe@acme.com", UserStatus.ACTIVE);
        user("ann@acme.com", UserStatus.ACTIVE);
        want("abe@acme.com", "ACTIVE").withObject("/profile").put("city", " Oslo ");
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", " Oslo ");
        okta.doubtfulWrite = AFTER;
        try (ReconcileReport report = run()) {
            assertThat(report.getUpdated()).isEqualTo(2);
            assertThat(report.isChanged()).isTrue();
        }
        assertThat(okta.writes()).isEqualTo(2);
        assertThat(told).containsExactly("partialUpdate done, true", "partialUpdate done, false");
    }

    @Test
    void a_profile_that_was_not_written_is_written_once_more() {
        SimulatedUser ann = user("ann@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        okta.doubtfulWrite = BEFORE;
        try (ReconcileReport report = run()) {
            assertThat(report.getUpdated()).isEqualTo(1);
        }
        assertThat(okta.writes()).isEqualTo(2);
        assertThat(ann.profile("city")).isEqualTo("Oslo");
        assertThat(told).containsExactly("partialUpdate failed", "partialUpdate done, true");
    }

    @Test
    void an_activation_that_was_carried_out_is_counted_though_its_token_is_lost() {
        user("abe@acme.com", UserStatus.STAGED);
        SimulatedUser ann = user("ann@acme.com", UserStatus.STAGED);
        want("abe@acme.com", "ACTIVE");
        want("ann@acme.com", "ACTIVE");
        okta.doubtfulWrite = AFTER;
        try (ReconcileReport report = run()) {
            assertThat(report.getReactivated()).isEqualTo(2);
        }
        assertThat(ann.status()).isEqualTo(UserStatus.PROVISIONED);
    }

    @Test
    void writes_before_a_refusal_are_told_in_the_report() {
        SimulatedUser ann = user("ann@acme.com", UserStatus.STAGED);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        okta.before = line -> {
            if (line.contains("/lifecycle/")) {
                throw OktaUsersException.of("no")
                        .operation("activate")
                        .status(403)
                        .error("E0000006", "", List.of(), "")
                        .build();
            }
        };
        try (ReconcileReport report = run()) {
            assertThat(report.getRefused()).isEqualTo(1);
            assertThat(report.isChanged()).isTrue();
            assertThat(results(report)).singleElement().satisfies(result -> assertThat(result.calls())
                    .containsExactly("partialUpdate: city differs", "activate: 403 E0000006"));
        }
        assertThat(ann.profile("city")).isEqualTo("Oslo");
    }

    @Test
    void long_listings_ride_behind_everything_else() {
        protect = "profile.title eq \"break-glass\"";
        user("ann@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        want("bea/bea@acme.com", "STAGED");
        run().close();

        assertThat(okta.lanes.get(Priority.POLLING))
                .hasSize(2)
                .allMatch(line -> line.startsWith("GET /api/v1/users?search="));
        assertThat(okta.lanes.get(Priority.CALL))
                .as("a read of one user, a search for a login, two writes")
                .hasSize(4)
                .anyMatch(line -> line.startsWith("GET /api/v1/users?search=profile.login"));
    }
}
