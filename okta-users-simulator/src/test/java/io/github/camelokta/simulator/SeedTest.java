/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {
    private static OktaSimulator seeded(String json) {
        return OktaSimulator.builder()
                .seed(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    @Test
    void theSampleHasEveryStatusAnAdministratorAndSomebodyAboutToLeave() {
        OktaSimulator okta =
                OktaSimulator.builder().seed(OktaSimulator.sampleSeed()).build();

        assertThat(okta.users()).extracting(SimulatedUser::status).contains(UserStatus.values());
        assertThat(okta.findUser("ada.admin").orElseThrow().roles()).hasSize(2);
        SimulatedUser bob = okta.findUser("bob.leaver").orElseThrow();
        assertThat(bob.sessions()).hasSize(3);
        assertThat(bob.refreshTokens()).hasSize(3);
        assertThat(bob.grants()).hasSize(2);
        assertThat(bob.factors()).hasSize(2);
        assertThat(bob.groups()).extracting(Named::name).containsExactly("Everyone", "Sales");
        assertThat(bob.linked("manager")).hasSize(1);
        assertThat(bob.profile("badge")).isEqualTo(2);
        assertThat(bob.lastUpdated()).isEqualTo("2026-09-01T12:30:00Z");
    }

    @Test
    void aSeedComesFromAFileAndComesBackWithTheReset(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("org.json"), "{\"users\":[{\"login\":\"ann@example.com\"}]}");
        OktaSimulator okta = OktaSimulator.builder().seed(file).build();
        okta.findUser("ann").orElseThrow().erase();

        okta.reset();

        assertThat(okta.findUser("ann").orElseThrow().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void whatTheFormatDoesNotKnowIsAnError() {
        assertThatThrownBy(() -> seeded("{\"user\":[]}"))
                .hasMessageStartingWith("Unknown field 'user' in the seed, which knows [apps, attributes,");
        assertThatThrownBy(() -> seeded("{\"users\":[{\"login\":\"a@b.c\",\"state\":\"ACTIVE\"}]}"))
                .hasMessageStartingWith("Unknown field 'state' in users[0], which knows [");
        assertThatThrownBy(() -> seeded("{\"users\":[{\"status\":\"ACTIVE\"}]}"))
                .hasMessageContaining("no login");
        assertThatThrownBy(() -> seeded("{")).hasMessageContaining("no JSON");
    }

    @Test
    void aWrongStatusTypeOrTimeIsRefusedByItsPath() {
        String user = "{\"users\":[{\"login\":\"a@b.c\"},{\"login\":\"b@b.c\",%s}]}";
        assertThatThrownBy(() -> seeded(user.formatted("\"status\":\"AKTIV\"")))
                .hasMessageStartingWith("users[1].status is 'AKTIV', and not one of [STAGED");
        assertThatThrownBy(() -> seeded(user.formatted("\"created\":\"yesterday\"")))
                .hasMessage("users[1].created is no time such as 2026-01-05T09:00:00Z");
        assertThatThrownBy(() -> seeded("{\"attributes\":[{\"name\":\"badge\",\"type\":\"int\"}]}"))
                .hasMessageStartingWith("attributes[0].type is 'int', and not one of [STRING");
        assertThatThrownBy(() -> seeded("{\"groups\":[{\"name\":\"A\",\"type\":\"AD\"}]}"))
                .hasMessage("groups[0].type is OKTA_GROUP, APP_GROUP or BUILT_IN");
    }

    @Test
    void groupsRulesTypesRealmsAndCustomRolesComeFromTheFile() {
        OktaSimulator okta = seeded("""
                {"groups": [{"name": "Staff", "type": "APP_GROUP"}, "Sales"],
                 "groupRules": [{"name": "Sellers", "expression": "user.department==\\"Sales\\"", "groups": ["Sales"]}],
                 "userTypes": ["contractor"],
                 "users": [{"login": "ann@example.com", "type": "contractor", "realm": "guoOne", "importedPassword": true,
                            "status": "STAGED", "transitioningTo": "ACTIVE", "profile": {"department": "Sales"},
                            "customRoles": [{"role": "cr0One", "resourceSet": "iamOne"}], "groups": ["Staff"]}]}
                """);
        SimulatedUser ann = okta.findUser("ann").orElseThrow();

        assertThat(ann.groups()).extracting(Named::name).containsExactly("Everyone", "Staff", "Sales");
        assertThat(ann.groups().get(1).type()).isEqualTo("APP_GROUP");
        assertThat(ann.state().typeId())
                .isEqualTo(okta.org().userTypes().named("contractor").id());
        assertThat(ann.state().realmId()).isEqualTo("guoOne");
        assertThat(ann.state().transitioningTo()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ann.roles().get(0).customRole()).isEqualTo("cr0One");
    }
}
