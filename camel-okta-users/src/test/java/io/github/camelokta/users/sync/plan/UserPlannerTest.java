/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.sync.Pairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned, without an org. */
class UserPlannerTest extends PlannerFixture {
    @ParameterizedTest
    @MethodSource("io.github.camelokta.users.sync.Pairs#all")
    void each_of_the_32_pairs_is_as_expected(String from, String wanted, String expected) {
        Plan plan = plan("{'login':'ann@acme.com','status':'" + wanted + "'}", current(from, ANN));

        assertThat(plan.isRefused() ? plan.refusal().name() : operations(plan)).isEqualTo(expected);
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
                "LOCKED_OUT, SUSPENDED, 'unlock,suspend,partialUpdate'",
                "ACTIVE, DEPROVISIONED, deactivate",
                "DEPROVISIONED, DEPROVISIONED, -",
                "DEPROVISIONED, -, PROFILE_OF_DEPROVISIONED",
                "SUSPENDED, -, partialUpdate",
            })
    void profile_and_status_change_in_this_order(String from, String wanted, String expected) {
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
