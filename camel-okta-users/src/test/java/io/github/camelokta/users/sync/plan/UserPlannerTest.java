/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.sync.Pairs;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned, without an org. */
class UserPlannerTest extends PlannerFixture {
    @ParameterizedTest
    @MethodSource("io.github.camelokta.users.sync.Pairs#all")
    void each_of_the_32_pairs_is_as_expected(String from, String wanted, String expected) {
        mayReactivate = EnumSet.allOf(UserStatus.class);
        Plan plan = plan("{'login':'ann@acme.com','status':'" + wanted + "'}", current(from, ANN));

        assertThat(plan.isRefused() ? plan.refusal().name() : operations(plan)).isEqualTo(expected);
    }

    @Test
    void nothing_is_opened_on_the_way_to_what_takes_access_away() {
        for (UserStatus from : UserStatus.values()) {
            for (String wanted : List.of("SUSPENDED", "DEPROVISIONED")) {
                Plan plan = plan("{'login':'ann@acme.com','status':'" + wanted + "'}", current(from.name(), ANN));
                assertThat(operations(plan)).isIn("-", "suspend", "deactivate");
            }
        }
    }

    @Test
    void a_user_who_was_suspended_on_purpose_stays_so_unless_that_status_may_be_lifted() {
        String wanted = "{'login':'ann@acme.com','status':'ACTIVE','profile':{'city':'Bergen'}}";
        assertThat(plan(wanted, current("SUSPENDED", ANN))).isEqualTo(Plan.refused(Refusal.NOT_TO_BE_REACTIVATED));

        mayReactivate = EnumSet.of(UserStatus.SUSPENDED);
        assertThat(operations(plan(wanted, current("SUSPENDED", ANN)))).isEqualTo("partialUpdate,unsuspend");
    }

    @ParameterizedTest
    @EnumSource(
            value = UserStatus.class,
            names = {"STAGED", "LOCKED_OUT", "SUSPENDED", "DEPROVISIONED"})
    void only_what_may_be_lifted_is(UserStatus status) {
        mayReactivate = EnumSet.complementOf(EnumSet.of(status));
        String wanted = "{'login':'ann@acme.com','status':'ACTIVE'}";
        assertThat(plan(wanted, current(status.name(), ANN))).isEqualTo(Plan.refused(Refusal.NOT_TO_BE_REACTIVATED));
        mayReactivate = EnumSet.of(status);
        assertThat(plan(wanted, current(status.name(), ANN)).isRefused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-23T09:00:01.000Z, -, false",
                "2026-11-23T09:00:00.000Z, -, true",
                "2026-01-01T00:00:00.000Z, 2026-11-23T09:59:59.000Z, false",
                "2026-01-01T00:00:00.000Z, 2026-11-22T09:59:59.000Z, true",
                "-, -, false",
            })
    void a_user_who_is_younger_than_the_directory_may_be_keeps_access(
            String created, String statusChanged, boolean taken) {
        minAge = Duration.ofHours(1);
        ObjectNode user = (ObjectNode) json("{'id':'00u1','status':'ACTIVE','profile':{" + ANN + "}}");
        user.put("created", created).put("statusChanged", statusChanged);
        CurrentUser current = CurrentUser.of(user, null);
        // What lies on disk between the phases is the same.
        CurrentUser spilled = CurrentUser.of(current.json(), null);
        for (CurrentUser each : List.of(current, spilled)) {
            for (String wanted : List.of("SUSPENDED", "DEPROVISIONED")) {
                assertThat(plan("{'login':'ann@acme.com','status':'" + wanted + "'}", each))
                        .extracting(Plan::refusal)
                        .isEqualTo(taken ? null : Refusal.TOO_YOUNG);
            }
            onMissing = OnMissing.deactivate;
            assertThat(plan(null, each)).extracting(Plan::refusal).isEqualTo(taken ? null : Refusal.TOO_YOUNG);
        }
        assertThat(operations(plan("{'login':'ann@acme.com','profile':{'city':'Bergen'}}", current)))
                .isEqualTo("partialUpdate");
    }

    @Test
    void there_are_32_pairs() {
        assertThat(Pairs.all()).hasSize(32);
        assertThat(Pairs.all().map(pair -> pair.get()[0] + " " + pair.get()[1])).doesNotHaveDuplicates();
    }

    @Test
    void only_the_attributes_that_differ_are_sent() {
        Plan plan =
                plan("{'login':'ann@acme.com','profile':{'city':'Bergen','firstName':'Ann','title':'CTO'}}", active());

        assertThat(plan.calls()).singleElement().satisfies(call -> {
            assertThat(call.body()).isEqualTo(json("{'profile':{'city':'Bergen','title':'CTO'}}"));
            assertThat(call.toString()).isEqualTo("partialUpdate: city, title differ");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login | ' Ann@ACME.com '",
                "email | 'ANN@acme.com'",
                "city | '  Oslo '",
                "grade | 7.0",
                "grade | 7",
                "title | null",
                "title | ''",
                "title | '  '",
                "title | []",
            })
    void what_Okta_changes_by_itself_is_no_difference(String name, String value) {
        assertThat(plan("{'login':'ann@acme.com','profile':{'" + name + "':" + value + "}}", active()))
                .isEqualTo(Plan.NOTHING);
    }

    @Test
    void what_Okta_keeps_untrimmed_is_no_difference_either() {
        CurrentUser user = current("ACTIVE", ANN + ",'title':' CTO '");
        assertThat(plan("{'login':'ann@acme.com','profile':{'title':'CTO'}}", user))
                .isEqualTo(Plan.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'tags':['a','b']", "'tags':['a ','b']", "'lead':true"})
    void equal_lists_and_truth_values_are_no_difference(String attribute) {
        CurrentUser user = current("ACTIVE", ANN + ",'tags':['a','b'],'lead':true");
        assertThat(plan("{'login':'ann@acme.com','profile':{" + attribute + "}}", user))
                .isEqualTo(Plan.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "city | 'oslo' | 'oslo'",
                "city | ' Bergen ' | 'Bergen'",
                "grade | '7' | '7'",
                "city | null | null",
                "city | ' ' | null",
                "tags | ['a','b'] | ['a','b']",
                "tags | ['B'] | ['B']",
                "tags | ['b'] | ['b']",
                "tags | [] | null",
                "grade | 8 | 8",
                "lead | false | false",
            })
    void what_differs_is_sent_trimmed(String name, String value, String sent) {
        CurrentUser user = current("ACTIVE", ANN + ",'tags':['a'],'lead':true");
        Plan plan = plan("{'login':'ann@acme.com','profile':{'" + name + "':" + value + "}}", user);

        assertThat(plan.calls()).singleElement().satisfies(call -> assertThat(call.body())
                .isEqualTo(json("{'profile':{'" + name + "':" + sent + "}}")));
    }

    @Test
    void absent_attributes_stay_unless_they_are_to_be_cleared_and_required_ones_always_stay() {
        String wanted = "{'login':'ann@acme.com','profile':{'grade':7}}";
        assertThat(plan(wanted, active())).isEqualTo(Plan.NOTHING);

        rules = AttributeRules.of(null, null, AbsentAttributes.clear);
        Plan plan = plan(wanted, current("ACTIVE", ANN + ",'mobilePhone':null"));
        assertThat(plan.calls()).singleElement().satisfies(call -> assertThat(call.body())
                .isEqualTo(json("{'profile':{'city':null}}")));
    }

    @Test
    void attributes_are_looked_at_as_the_rules_say_and_all_are_sent_at_creation() {
        String wanted = "{'login':'ann@acme.com','profile':{'city':'Bergen','grade':8,'title':'CTO'}}";

        rules = AttributeRules.of("city, grade", "grade", AbsentAttributes.clear);
        assertThat(plan(wanted, active()).calls()).singleElement().satisfies(call -> assertThat(call.body())
                .isEqualTo(json("{'profile':{'city':'Bergen'}}")));
        assertThat(plan(wanted, null).calls().get(0).body().path("profile").properties())
                .hasSize(4);
    }

    @Test
    void an_id_with_another_login_renames() {
        Plan plan = plan("{'id':'00u1234567890abcdefg','login':'ann.berg@acme.com'}", active());
        assertThat(plan.calls()).singleElement().satisfies(call -> assertThat(call.body())
                .isEqualTo(json("{'profile':{'login':'ann.berg@acme.com'}}")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // The mail of an activation goes to the new address, and access is given last.
                "STAGED, ACTIVE, 'partialUpdate,activate'",
                "SUSPENDED, ACTIVE, 'partialUpdate,unsuspend'",
                "LOCKED_OUT, ACTIVE, 'partialUpdate,unlock'",
                // A closed account's profile cannot be written.
                "DEPROVISIONED, ACTIVE, 'activate,partialUpdate'",
                // Access is taken away first.
                "ACTIVE, SUSPENDED, 'suspend,partialUpdate'",
                "LOCKED_OUT, SUSPENDED, 'suspend,partialUpdate'",
                "ACTIVE, DEPROVISIONED, deactivate",
                "DEPROVISIONED, DEPROVISIONED, -",
                "DEPROVISIONED, -, PROFILE_OF_DEPROVISIONED",
                "SUSPENDED, -, partialUpdate",
            })
    void profile_and_status_change_in_this_order(String from, String wanted, String expected) {
        mayReactivate = EnumSet.allOf(UserStatus.class);
        String status = wanted == null ? "" : ",'status':'" + wanted + "'";
        Plan plan = plan("{'login':'ann@acme.com','profile':{'city':'Bergen'}" + status + "}", current(from, ANN));

        assertThat(plan.isRefused() ? plan.refusal().name() : operations(plan))
                .isEqualTo(expected == null ? "-" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STAGED, PROVISIONED, ACTIVE, '', true",
                "STAGED, ACTIVE, ACTIVE, '', true",
                "ACTIVE, DEPROVISIONED, DEPROVISIONED, '', true",
                "ACTIVE, DEPROVISIONED, DEPROVISIONED, Bergen, true",
                "ACTIVE, DEPROVISIONED, ACTIVE, '', false",
                "STAGED, PROVISIONED, STAGED, '', false",
                "STAGED, PROVISIONED, ACTIVE, Bergen, false",
                "STAGED, PROVISIONED, -, '', true",
                "STAGED, PROVISIONED, -, Bergen, false",
                "STAGED, WHATEVER, ACTIVE, '', false",
            })
    void while_Okta_is_at_work_nothing_is_written(String from, String to, String wanted, String city, boolean fine) {
        JsonNode user = json(
                "{'id':'00u1','status':'" + from + "','transitioningToStatus':'" + to + "','profile':{" + ANN + "}}");
        String status = wanted == null ? "" : ",'status':'" + wanted + "'";
        String profile = city.isEmpty() ? "" : ",'profile':{'city':'" + city + "'}";

        assertThat(plan("{'login':'ann@acme.com'" + status + profile + "}", CurrentUser.of(user, null)))
                .isEqualTo(fine ? Plan.NOTHING : Plan.refused(Refusal.IN_TRANSITION));
    }

    @Test
    void an_unknown_status_is_left_alone() {
        assertThat(plan("{'login':'ann@acme.com','status':'ACTIVE'}", current("FROZEN", ANN)))
                .isEqualTo(Plan.refused(Refusal.UNKNOWN_STATUS));
    }
}
