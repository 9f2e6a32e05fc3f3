/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.ProfileSchema;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Group rules, types of groups, users and attributes, realms, imported passwords. */
class GroupsAndTypesTest {
    @RegisterExtension
    static final OktaSimulatorExtension ORG =
            new OktaSimulatorExtension(OktaSimulator.builder().attribute("badge", ProfileSchema.Type.INTEGER));

    private static final String USERS = "/api/v1/users";

    private OktaSimulator okta;
    private OktaClient client;
    private SimulatedUser ann;
    private String path;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
        ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        path = USERS + "/" + ann.id();
    }

    private List<String> groups() {
        return ann.groups().stream().map(Named::name).toList();
    }

    @Test
    void a_rule_puts_users_into_groups_and_takes_them_out() {
        String sales = okta.org().groups().named("Sales").id();
        okta.org().addGroupRule("Sellers", "user.department==\"Sales\" AND user.city!=\"Rome\"", List.of(sales));

        assertThat(groups()).containsExactly("Everyone");
        client.post(path, "{'profile':{'department':'Sales'}}");
        assertThat(groups()).containsExactly("Everyone", "Sales");
        client.post(path, "{'profile':{'city':'Rome'}}");
        assertThat(groups()).containsExactly("Everyone");
        client.post(path, "{'profile':{'city':'Oslo'}}");
        ann.change(UserStatus.DEPROVISIONED);
        assertThat(groups()).as("rules skip deactivated users").containsExactly("Everyone");
    }

    @Test
    void who_is_taken_out_of_a_rules_group_is_left_out_by_the_rule_from_then_on() {
        String sales = okta.org().groups().named("Sales").id();
        okta.org().addGroupRule("Sellers", "user.department==\"Sales\"", List.of(sales));
        client.post(path, "{'profile':{'department':'Sales'}}");

        client.delete("/api/v1/groups/" + sales + "/users/" + ann.id());

        assertThat(groups()).containsExactly("Everyone");
        assertThat(okta.org().groupRules().get(0).excluded()).containsExactly(ann.id());
    }

    @Test
    void a_rule_that_cannot_be_simulated_is_refused() {
        assertThatThrownBy(() -> okta.org().addGroupRule("Odd", "String.len(user.city) > 3", List.of()))
                .hasMessageContaining("The group rule 'Odd' cannot be simulated");
    }

    @Test
    void a_custom_attribute_takes_values_of_its_type_only() {
        Answer wrong = client.post(path, "{'profile':{'badge':'seven'}}");

        assertThat(wrong.error()).isEqualTo("400 E0000001");
        assertThat(wrong.json().path("errorSummary").asText()).isEqualTo("Api validation failed: badge");
        assertThat(client.post(path, "{'profile':{'badge':7}}").status()).isEqualTo(200);
        assertThat(client.post(path, "{'profile':{'badge':null}}").status()).isEqualTo(200);
    }

    @Test
    void a_reset_keeps_custom_attributes_that_were_defined_and_drops_those_that_came_with_a_user() {
        okta.user("bob@example.com").profile("colour", "red").add();
        okta.org().schema().define("shoeSize");

        okta.reset();

        assertThat(okta.org().schema().defines("badge")).isTrue();
        assertThat(okta.org().schema().defines("shoeSize")).isTrue();
        assertThat(okta.org().schema().defines("colour")).isFalse();
        okta.org().removeAttribute("shoeSize");
    }

    @Test
    void a_user_has_a_type_that_only_PUT_changes_and_a_realm() {
        String contractor = okta.org().userTypes().named("contractor").id();
        String profile = "'profile':{'login':'%1$s','email':'%1$s','firstName':'A','lastName':'B'}";
        JsonNode created = client.post(
                        USERS,
                        "{" + profile.formatted("new@example.com") + ",'type':{'id':'" + contractor
                                + "'},'realmId':'guoOne'}")
                .json();

        assertThat(created.at("/type/id").asText()).isEqualTo(contractor);
        assertThat(created.path("realmId").asText()).isEqualTo("guoOne");
        assertThat(client.get(USERS + "?search=" + OktaClient.encode("type.id eq \"" + contractor + "\""))
                        .logins())
                .containsExactly("new@example.com");
        client.post(path, "{'type':{'id':'" + contractor + "'}}");
        assertThat(ann.state().typeId()).isNotEqualTo(contractor);
        client.put(path, "{" + profile.formatted("ann@example.com") + ",'type':{'id':'" + contractor + "'}}");
        assertThat(ann.state().typeId()).isEqualTo(contractor);
        assertThat(client.put(path, "{" + profile.formatted("ann@example.com") + ",'type':{'id':'otyNone'}}")
                        .error())
                .isEqualTo("400 E0000001");
    }

    @Test
    void an_imported_password_is_nobodys_to_tell() {
        SimulatedUser ida = okta.user("ida@example.com").importedPassword().add();
        String password = "{'oldPassword':{'value':'Old-pass-1'},'newPassword':{'value':'New-pass-1'}}";

        assertThat(client.post(USERS + "/" + ida.id() + "/credentials/change_password", password)
                        .error())
                .isEqualTo("403 E0000014");
        assertThat(client.get(USERS + "/" + ida.id())
                        .json()
                        .at("/credentials/provider/type")
                        .asText())
                .isEqualTo("IMPORT");
    }
}
