/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned for users who do not exist, and how mail is kept back. */
class NewUserPlanTest extends PlannerFixture {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STAGED, false, create?activate=false",
                "STAGED, true, create?activate=false",
                "ACTIVE, false, 'create?activate=false,activate?sendEmail=false'",
                "ACTIVE, true, create?activate=true",
                "-, false, create?activate=false",
                "-, true, create?activate=false",
                "SUSPENDED, true, NOT_CREATED_SUSPENDED",
                "DEPROVISIONED, true, ''",
            })
    void a_user_who_does_not_exist_is_created_and_gets_mail_only_if_told(
            String wanted, boolean sendEmail, String expected) {
        String status = wanted == null ? "" : ",'status':'" + wanted + "'";
        Plan plan = plan("{'login':'ann@acme.com'" + status + "}", null, sendEmail);

        assertThat(
                        plan.isRefused()
                                ? plan.refusal().name()
                                : plan.calls().stream()
                                        .map(call -> call.operation() + "?" + call.query())
                                        .collect(Collectors.joining(",")))
                .isEqualTo(expected);
    }

    @Test
    void credentials_are_for_creation_alone() {
        String wanted = "{'login':'ann@acme.com','credentials':{'provider':{'type':'FEDERATION','name':'FEDERATION'}}}";
        assertThat(plan(wanted, active())).isEqualTo(Plan.NOTHING);
        String active = wanted.replace("{'login'", "{'status':'ACTIVE','login'");
        PlannedCall create = plan(active, null, true).calls().get(0);
        assertThat(create.body()
                        .path("credentials")
                        .path("provider")
                        .path("type")
                        .asText())
                .isEqualTo("FEDERATION");
        assertThat(create.query()).isEqualTo("activate=true&provider=true");
    }

    @Test
    void no_user_is_created_under_an_id() {
        assertThat(plan("{'id':'00u1234567890abcdefg','status':'ACTIVE'}", null))
                .isEqualTo(Plan.refused(Refusal.UNKNOWN_ID));
    }

    @Test
    void mail_is_refused_explicitly_where_a_call_could_send_one() {
        assertThat(plan("{'login':'ann@acme.com','status':'ACTIVE'}", current("STAGED", ANN))
                        .calls()
                        .get(0)
                        .query())
                .isEqualTo("sendEmail=false");
        assertThat(plan("{'login':'ann@acme.com','status':'ACTIVE'}", current("STAGED", ANN), true)
                        .calls()
                        .get(0)
                        .query())
                .isEqualTo("sendEmail=true");
    }
}
