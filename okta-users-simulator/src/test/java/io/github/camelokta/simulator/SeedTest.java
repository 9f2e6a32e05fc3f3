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
        assertThatThrownBy(() -> seeded("{\"user\":[]}")).hasMessage("Unknown field 'user' in the seed");
        assertThatThrownBy(() -> seeded("{\"users\":[{\"login\":\"a@b.c\",\"state\":\"ACTIVE\"}]}"))
                .hasMessage("Unknown field 'state' in a@b.c");
        assertThatThrownBy(() -> seeded("{\"users\":[{\"status\":\"ACTIVE\"}]}"))
                .hasMessageContaining("no login");
        assertThatThrownBy(() -> seeded("{")).hasMessageContaining("no JSON");
    }
}
