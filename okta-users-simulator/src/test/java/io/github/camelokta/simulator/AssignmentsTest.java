/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Roles, targets, linked objects. */
@ExtendWith(OktaSimulatorExtension.class)
class AssignmentsTest {
    private OktaSimulator okta;
    private OktaClient client;
    private SimulatedUser ann;
    private String path;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
        ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        path = "/api/v1/users/" + ann.id();
    }

    private String assign(String type) {
        return client.post(path + "/roles", "{'type':'" + type + "'}")
                .json()
                .get("id")
                .asText();
    }

    private static List<String> texts(Answer list, String field) {
        List<String> texts = new ArrayList<>();
        list.json().forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }

    @Test
    void aStandardRoleHasTheIdThatRealOrgsGiveIt() {
        assertThat(assign("APP_ADMIN")).isEqualTo("IFIFAX2BIRGUSTQ");
        assertThat(assign("HELP_DESK_ADMIN")).isEqualTo("JBCUYUC7IRCVGS27IFCE2SKO");
    }

    @Test
    void aRoleIsAssignedOnceAndRemovedOnce() {
        String id = assign("SUPER_ADMIN");

        assertThat(client.post(path + "/roles", "{'type':'SUPER_ADMIN'}").error())
                .isEqualTo("409 E0000090");
        assertThat(client.post(path + "/roles", "{'type':'KING'}").error()).isEqualTo("400 E0000001");
        assertThat(client.delete(path + "/roles/" + id).status()).isEqualTo(204);
        assertThat(client.delete(path + "/roles/" + id).error()).isEqualTo("404 E0000007");
        assertThat(client.get(path + "/roles/" + id).error()).isEqualTo("404 E0000007");
        assertThat(ann.roles()).isEmpty();
    }

    @Test
    void aCustomRoleIsBoundToAResourceSet() {
        String body = "{'type':'CUSTOM','role':'cr0Auditor','resource-set':'%s'}";

        assertThat(client.post(path + "/roles", "{'type':'CUSTOM'}").error()).isEqualTo("400 E0000001");
        assertThat(client.post(path + "/roles", body.formatted("iamOne")).status())
                .isEqualTo(201);
        assertThat(client.post(path + "/roles", body.formatted("iamTwo")).status())
                .isEqualTo(201);
        assertThat(client.post(path + "/roles", body.formatted("iamOne")).error())
                .isEqualTo("409 E0000263");
        assertThat(texts(client.get(path + "/roles"), "resource-set")).containsExactly("iamOne", "iamTwo");
    }

    @Test
    void appTargetsComeAndGoButTheLastOneStays() {
        String targets = path + "/roles/" + assign("APP_ADMIN") + "/targets/catalog/apps";
        String app = okta.org().apps().named("salesforce").id();

        client.put(targets + "/slack", "");
        client.put(targets + "/salesforce/" + app, "");
        assertThat(texts(client.get(targets), "name")).containsExactly("salesforce", "slack");
        assertThat(client.get(targets).json().get(0).get("id").asText()).isEqualTo(app);
        assertThat(client.get(targets).json().get(1).has("id")).isFalse();
        assertThat(client.put(targets + "/slack/" + app, "").error()).isEqualTo("404 E0000007");
        assertThat(client.delete(targets + "/github").error()).isEqualTo("404 E0000007");
        assertThat(client.delete(targets + "/slack").status()).isEqualTo(204);
        assertThat(client.delete(targets + "/salesforce/" + app).error()).isEqualTo("400 E0000001");
        assertThat(client.put(targets, "").status()).isEqualTo(200);
        assertThat(client.get(targets).json()).isEmpty();
    }

    @Test
    void groupTargetsComeAndGoButTheLastOneStays() {
        String targets = path + "/roles/" + assign("USER_ADMIN") + "/targets/groups/";
        String one = okta.org().groups().named("One").id();
        String two = okta.org().groups().named("Two").id();

        client.put(targets + one, "");
        client.put(targets + two, "");
        assertThat(client.delete(targets + one).status()).isEqualTo(204);
        assertThat(client.delete(targets + one).error()).isEqualTo("404 E0000007");
        assertThat(client.delete(targets + two).error()).isEqualTo("400 E0000001");
        assertThat(client.put(targets + "00gNone", "").error()).isEqualTo("404 E0000007");
    }

    @Test
    void aRoleTakesOnlyTheTargetsOfItsKind() {
        String role = path + "/roles/" + assign("SUPER_ADMIN") + "/targets/";

        assertThat(client.put(role + "catalog/apps/slack", "").error()).isEqualTo("400 E0000091");
        assertThat(client.get(role + "groups").error()).isEqualTo("400 E0000091");
    }

    @Test
    void seededRolesCarryTheirTargets() {
        SimulatedUser bob = okta.user("bob@example.com")
                .role("APP_ADMIN", "slack", "github")
                .role("USER_ADMIN", "Sales")
                .add();
        String roles = "/api/v1/users/" + bob.id() + "/roles/";

        assertThat(texts(client.get(roles + bob.roles().get(0).id() + "/targets/catalog/apps"), "name"))
                .containsExactly("github", "slack");
        assertThat(client.get(roles + bob.roles().get(1).id() + "/targets/groups")
                        .json()
                        .at("/0/profile/name")
                        .asText())
                .isEqualTo("Sales");
    }

    @Test
    void targetsAreListedByPagesOfTwenty() {
        String targets = path + "/roles/" + assign("APP_ADMIN") + "/targets/catalog/apps";
        for (int i = 10; i < 35; i++) {
            ann.roles().get(0).appTargets().add("app" + i);
        }
        Answer first = client.get(targets);
        Answer second = client.get(first.link("next"));

        assertThat(first.json()).hasSize(20);
        assertThat(texts(second, "name")).containsExactly("app30", "app31", "app32", "app33", "app34");
        assertThat(second.link("next")).isNull();
        assertThat(client.get(targets + "?limit=200").json()).hasSize(25);
    }

    @Test
    void aLinkedObjectIsReplacedSeenFromBothEndsAndRemovedAsOftenAsOneLikes() {
        SimulatedUser boss = okta.addUser("boss@example.com", UserStatus.ACTIVE);
        SimulatedUser chief = okta.addUser("chief@example.com", UserStatus.ACTIVE);
        String manager = path + "/linkedObjects/manager";

        client.put(manager + "/" + boss.id(), "");
        client.put(manager + "/chief@example.com", "");

        assertThat(ann.linked("manager")).containsExactly(chief.id());
        JsonNode link = client.get(manager).json().get(0);
        assertThat(link.at("/_links/self/href").asText()).isEqualTo(okta.orgUrl() + "/api/v1/users/" + chief.id());
        assertThat(client.get("/api/v1/users/chief/linkedObjects/subordinate").json())
                .hasSize(1);
        assertThat(client.get("/api/v1/users/boss/linkedObjects/subordinate").json())
                .isEmpty();
        assertThat(client.delete(manager).status()).isEqualTo(204);
        assertThat(client.delete(manager).status()).isEqualTo(204);
        assertThat(client.get(manager).json()).isEmpty();
        assertThat(client.get(path + "/linkedObjects/owner").error()).isEqualTo("404 E0000007");
        assertThat(client.put(manager + "/" + ann.id(), "").error()).isEqualTo("400 E0000001");
    }

    @Test
    void anErasedUserLeavesNoLinkBehind() {
        SimulatedUser boss = okta.addUser("boss@example.com", UserStatus.ACTIVE);
        client.put(path + "/linkedObjects/manager/" + boss.id(), "");

        boss.erase();

        assertThat(client.get(path + "/linkedObjects/manager").json()).isEmpty();
    }

    @Test
    void resetFactorsTakesAllFactors() {
        SimulatedUser bob = okta.user("bob@example.com").factors("push", "sms").add();

        client.post("/api/v1/users/" + bob.id() + "/lifecycle/reset_factors");

        assertThat(bob.factors()).isEmpty();
        assertThat(bob.status()).isEqualTo(UserStatus.ACTIVE);
    }
}
