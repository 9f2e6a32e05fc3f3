/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked once more at the moment of a write that takes access away. */
class RemovalCheckTest extends ReconcileFixture {
    private final SimulatedUser bea = user("bea@acme.com", UserStatus.ACTIVE);

    RemovalCheckTest() {
        limits = new MassChangeLimits(50, 100, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"suspend", "deactivate"})
    void a_user_who_left_the_scope_after_the_list_was_read_keeps_access(OnMissing action) {
        onMissing = action;
        okta.before = line -> {
            if (line.startsWith("GET /api/v1/users/" + bea.id())) {
                bea.change("department", "it");
            }
        };
        requireKept(Refusal.OUT_OF_SCOPE);
    }

    @Test
    void so_does_one_whom_the_directory_wants_closed() {
        want("bea@acme.com", "DEPROVISIONED");
        okta.before = line -> {
            if (line.startsWith("GET /api/v1/users/" + bea.id())) {
                bea.change("department", "it");
            }
        };
        requireKept(Refusal.OUT_OF_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/users/", "GET /api/v1/users?"})
    void a_user_who_became_protected_after_the_lists_were_read_keeps_access(String moment) {
        protect = "profile.title eq \"break-glass\"";
        int[] lists = {0};
        okta.before = line -> {
            if (line.startsWith("GET /api/v1/users?")) {
                lists[0]++;
            }
            if (line.startsWith(moment) && lists[0] >= 2) {
                bea.change("title", "break-glass");
            }
        };
        requireKept(Refusal.PROTECTED);
    }

    @Test
    void the_protected_users_are_read_after_the_scope() {
        protect = "profile.title eq \"break-glass\"";
        want("bea@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        okta.before = line -> {
            if (line.contains("department")) {
                bea.change("title", "break-glass");
            }
        };
        requireKept(Refusal.PROTECTED);
        assertThat(bea.profile("city")).isNull();
    }

    @Test
    void a_scope_of_several_alternatives_holds_for_each_user() {
        scope = "profile.department eq \"hr\" or profile.department eq \"law\"";
        SimulatedUser cay = simulator
                .user("cay@acme.com")
                .status(UserStatus.ACTIVE)
                .profile("department", "law")
                .add();
        bea.change("department", "law");
        okta.before = line -> {
            if (line.startsWith("GET /api/v1/users/" + bea.id())) {
                bea.change("department", "it");
            }
        };
        try (ReconcileReport report = run()) {
            assertThat(results(report))
                    .extracting(UserResult::refusal)
                    .containsExactlyInAnyOrder(Refusal.OUT_OF_SCOPE, null);
        }
        assertThat(bea.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(cay.status()).isEqualTo(UserStatus.DEPROVISIONED);
    }

    @ParameterizedTest
    @EnumSource(names = {"suspend", "deactivate"})
    void the_user_of_the_token_keeps_access(OnMissing action) {
        onMissing = action;
        okta.me = bea.id();
        requireKept(Refusal.OWN_USER);
    }

    @ParameterizedTest
    @EnumSource(names = {"suspend", "deactivate"})
    void an_administrator_keeps_access(OnMissing action) {
        onMissing = action;
        simulator
                .user("cay@acme.com")
                .status(UserStatus.ACTIVE)
                .profile("department", "hr")
                .roles("HELP_DESK_ADMIN")
                .add();
        want("bea@acme.com", "ACTIVE");
        requireKept(Refusal.ADMINISTRATOR);
    }

    @Test
    void administrators_and_the_user_of_the_token_lose_access_where_that_is_allowed() {
        protectAdmins = false;
        okta.me = bea.id();
        SimulatedUser cay = simulator
                .user("cay@acme.com")
                .status(UserStatus.ACTIVE)
                .profile("department", "hr")
                .roles("HELP_DESK_ADMIN")
                .add();
        run().close();
        assertThat(cay.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(bea.status()).isEqualTo(UserStatus.DEPROVISIONED);
    }

    @Test
    void where_roles_cannot_be_read_nobody_loses_access() {
        okta.forbidden = line -> line.endsWith("/roles");
        requireKept(Refusal.ROLES_UNREADABLE);
    }

    @Test
    void the_token_of_a_service_has_no_user_and_that_is_asked_once() {
        user("cay@acme.com", UserStatus.ACTIVE);
        okta.forbidden = line -> line.endsWith("/me");
        run().close();
        assertThat(bea.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(okta.sent)
                .filteredOn(line -> line.equals("GET /api/v1/users/me"))
                .hasSize(1);
    }

    @Test
    void nothing_is_asked_where_nobody_loses_access() {
        want("bea@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        run().close();
        assertThat(okta.sent).hasSize(3);
    }

    private void requireKept(Refusal refusal) {
        UserStatus before = bea.status();
        try (ReconcileReport report = run()) {
            List<UserResult> results = results(report);
            assertThat(results).extracting(UserResult::refusal).containsExactly(refusal);
        }
        assertThat(okta.writes()).isZero();
        assertThat(bea.status()).isEqualTo(before);
    }
}
