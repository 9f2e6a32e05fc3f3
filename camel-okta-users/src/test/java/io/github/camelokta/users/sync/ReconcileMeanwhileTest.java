/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.sync.plan.CurrentUser;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Somebody else writes while a run is under way. */
class ReconcileMeanwhileTest extends ReconcileFixture {

    @Test
    void what_changes_after_the_plan_is_planned_again() {
        SimulatedUser renamed = user("ann@acme.com", UserStatus.ACTIVE);
        SimulatedUser done = user("bea@acme.com", UserStatus.SUSPENDED);
        mayReactivate = EnumSet.of(CurrentUser.UserStatus.SUSPENDED);
        SimulatedUser riskier = user("cay@acme.com", UserStatus.SUSPENDED);
        SimulatedUser erased = user("dot@acme.com", UserStatus.ACTIVE);
        want("bea@acme.com", "ACTIVE");
        want("cay@acme.com", "SUSPENDED").withObject("/profile").put("city", "Oslo");
        boolean[] once = new boolean[1];
        okta.before = line -> {
            if (line.startsWith("GET /api/v1/users/") && !once[0]) {
                once[0] = true;
                renamed.change("login", "zoe@acme.com");
                done.change(UserStatus.ACTIVE);
                riskier.change(UserStatus.ACTIVE);
                erased.erase();
            }
        };

        try (ReconcileReport report = run()) {
            assertThat(results(report))
                    .extracting(UserResult::login, UserResult::change, UserResult::refusal)
                    .containsExactlyInAnyOrder(
                            tuple("ann@acme.com", Change.REFUSED, Refusal.CHANGED_MEANWHILE),
                            tuple("bea@acme.com", Change.UNCHANGED, null),
                            tuple("cay@acme.com", Change.REFUSED, Refusal.CHANGED_MEANWHILE),
                            tuple("dot@acme.com", Change.REFUSED, Refusal.CHANGED_MEANWHILE));
        }
        assertThat(okta.writes()).isZero();
    }

    @Test
    void the_writes_of_somebody_else_are_met_by_reading_again() {
        SimulatedUser ann = user("ann@acme.com", UserStatus.ACTIVE);
        want("ann@acme.com", "ACTIVE").withObject("/profile").put("city", "Oslo");
        boolean[] once = new boolean[1];
        okta.before = line -> {
            if (line.startsWith("POST") && !once[0]) {
                once[0] = true;
                ann.change("title", "CTO");
            }
        };
        try (ReconcileReport report = run()) {
            assertThat(report.getUpdated()).isEqualTo(1);
        }
        assertThat(ann.profile()).containsEntry("city", "Oslo").containsEntry("title", "CTO");
    }
}
