/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.plan.PlannerFixture;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillFile;
import io.github.camelokta.users.sync.spill.SpillFile.SpillReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned of a listing that a test has written down. */
class PlanMakerTest extends PlannerFixture {
    @TempDir
    Path temp;

    @Test
    void a_user_whom_Okta_lists_in_two_states_is_left_alone_and_reported() {
        PlanFiles plan = plan(user("ann@acme.com", "ACTIVE") + "," + user("Ann@acme.com", "SUSPENDED"));

        assertThat(plan.expected().of(Change.REFUSED)).isEqualTo(1);
        assertThat(plan.expected().of(Change.DEACTIVATED)).isZero();
        assertThat(results(plan.refused()))
                .extracting(UserResult::login, UserResult::refusal)
                .containsExactly(tuple("ann@acme.com", Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void one_whom_Okta_lists_twice_alike_is_planned_once() {
        PlanFiles plan = plan(user("ann@acme.com", "ACTIVE") + "," + user("ann@acme.com", "ACTIVE"));

        assertThat(plan.expected().of(Change.DEACTIVATED)).isEqualTo(1);
        assertThat(plan.expected().of(Change.REFUSED)).isZero();
        assertThat(plan.openUsers()).isEqualTo(1);
    }

    /** Taken for an empty page, it would make every account look as if Okta had none. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>ann@acme.com", "[{\"id\":\"00u1\"}]", "[7]"})
    void a_page_that_is_no_list_of_users_ends_the_run(String page) {
        assertThatExceptionOfType(OktaUsersException.class)
                .isThrownBy(() -> planOf(page))
                .withMessage("list failed: Okta's answer 200 cannot be read as the expected User")
                .withNoCause();
    }

    private PlanFiles plan(String listed) {
        return planOf(json("[" + listed + "]").toString());
    }

    private PlanFiles planOf(String page) {
        OktaClient okta = (request, context) -> new OktaResponse(200, List.of(), page.getBytes(StandardCharsets.UTF_8));
        ReconcileRules scope = new ReconcileRules(
                "status pr",
                null,
                new AccessRules(OnMissing.deactivate, mayReactivate, minAge, true),
                rules,
                new MassChangeLimits(50, 100, 0),
                temp);
        SpillDirectory directory = new SpillDirectory(temp);
        return new PlanMaker(new UserCalls(okta, OrgInProcess.URL), scope, directory, false, NOW, PlanMaker.MEMORY)
                .make(PlanMaker.MEMORY);
    }

    private static String user(String login, String status) {
        return "{'id':'00u1234567890abcdefg','status':'" + status + "','profile':{'login':'" + login + "'}}";
    }

    private static List<UserResult> results(SpillFile file) {
        List<UserResult> results = new ArrayList<>();
        try (SpillReader reader = file.reader()) {
            reader.forEachRemaining(record -> results.add(PlanFiles.result(record)));
        }
        return results;
    }
}
