/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import io.github.camelokta.users.sync.plan.PlannerFixture;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a write was carried out, told by the user as it is then, and what is said of both. */
class WriteEffectTest extends PlannerFixture {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "deactivate, DEPROVISIONED, -,            true",
                "deactivate, ACTIVE,       -,             false",
                "deactivate, ACTIVE,       DEPROVISIONED, true",
                "deactivate, ACTIVE,       WHATEVER,      false",
                "deactivate, FROZEN,       -,             false",
                "suspend,    SUSPENDED,    -,             true",
                "suspend,    ACTIVE,       -,             false",
                "unsuspend,  ACTIVE,       -,             true",
                "unsuspend,  SUSPENDED,    -,             false",
                "unlock,     LOCKED_OUT,   -,             false",
                "activate,   PROVISIONED,  -,             true",
                "activate,   STAGED,       -,             false",
                "activate,   STAGED,       ACTIVE,        true",
            })
    void a_lifecycle_call_stands_if_its_status_is_there_or_under_way(
            OktaUsersOperation operation, String status, String to, boolean stands) {
        ObjectNode user = (ObjectNode) json("{'id':'00u1','status':'" + status + "','profile':{" + ANN + "}}");
        if (to != null) {
            user.put("transitioningToStatus", to);
        }
        assertThat(WriteEffect.stands(new PlannedCall(operation, "", null, ""), CurrentUser.of(user, null)))
                .isEqualTo(stands);
    }

    @Test
    void what_is_said_of_a_user_names_the_attributes_that_are_written_and_hides_their_values() {
        PlannedCall update = update("{'profile':{'city':'Bergen','title':null}}");

        assertThat(WriteEffect.before(update, active())).satisfies(state -> {
            assertThat(state.status()).isEqualTo("ACTIVE");
            assertThat(state.attributes())
                    .containsEntry("city", UserState.HIDDEN)
                    .containsEntry("title", null)
                    .hasSize(2);
        });
        assertThat(WriteEffect.after(update, current("SUSPENDED", ANN)).status())
                .isEqualTo("SUSPENDED");
        assertThat(WriteEffect.before(update, null)).as("a new user").isNull();
    }

    @Test
    void without_an_answer_the_status_is_said_where_there_is_but_one() {
        assertThat(WriteEffect.after(new PlannedCall(OktaUsersOperation.suspend, "", null, ""), null))
                .isEqualTo(new UserState("SUSPENDED", Map.of()));
        assertThat(WriteEffect.after(new PlannedCall(OktaUsersOperation.activate, "", null, ""), null)
                        .status())
                .isNull();
        assertThat(WriteEffect.after(update("{'profile':{}}"), null).status()).isNull();
        assertThat(WriteEffect.before(update("{'profile':{}}"), current("FROZEN", ANN))
                        .status())
                .isNull();
    }

    private static PlannedCall update(String body) {
        JsonNode json = json(body);
        return new PlannedCall(OktaUsersOperation.partialUpdate, "", (ObjectNode) json, "");
    }
}
