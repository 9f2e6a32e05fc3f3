/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Grants and refresh tokens. */
@ExtendWith(OktaSimulatorExtension.class)
class GrantsTest {
    private OktaSimulator okta;
    private OktaClient client;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        okta = simulator;
        client = new OktaClient(okta);
    }

    private static List<String> texts(Answer list, String field) {
        List<String> texts = new ArrayList<>();
        list.json().forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }

    @Test
    void grantsAreListedFoundAndRevoked() {
        SimulatedUser bob = okta.user("bob@example.com")
                .grant("0oaA", "openid")
                .grant("0oaA", "email")
                .grant("0oaB", "openid")
                .add();
        String grants = "/api/v1/users/" + bob.id() + "/grants";
        String first = bob.grants().get(0).id();

        assertThat(texts(client.get(grants + "?scopeId=openid"), "clientId")).containsExactly("0oaA", "0oaB");
        assertThat(client.get(grants + "/" + first + "?expand=scope")
                        .json()
                        .at("/_embedded/scope/name")
                        .asText())
                .isEqualTo("openid");
        assertThat(client.get(grants + "/" + first).json().has("_embedded")).isFalse();
        assertThat(client.delete(grants + "/" + first).status()).isEqualTo(204);
        assertThat(client.delete(grants + "/" + first).error()).isEqualTo("404 E0000007");
        client.delete("/api/v1/users/" + bob.id() + "/clients/0oaA/grants");
        assertThat(bob.grants()).hasSize(1);
        client.delete(grants);
        assertThat(bob.grants()).isEmpty();
    }

    @Test
    void grantsAndTokensAreListedByPages() {
        UserBuilder builder = okta.user("bob@example.com");
        for (int i = 0; i < 25; i++) {
            builder.grant("0oaA", "scope" + i).refreshToken("0oaA");
        }
        String bob = "/api/v1/users/" + builder.add().id();

        for (String list : List.of("/grants", "/clients/0oaA/grants", "/clients/0oaA/tokens")) {
            Answer first = client.get(bob + list + "?expand=scope");
            assertThat(first.json()).as(list).hasSize(20);
            assertThat(first.link("next")).contains("expand=scope");
            assertThat(client.get(first.link("next")).json()).as(list).hasSize(5);
        }
    }

    @Test
    void refreshTokensBelongToTheirClient() {
        SimulatedUser bob = okta.user("bob@example.com")
                .refreshToken("0oaA")
                .refreshToken("0oaA")
                .refreshToken("0oaB")
                .grant("0oaC", "openid")
                .add();
        String clients = "/api/v1/users/" + bob.id() + "/clients";
        String first = bob.refreshTokens().get(0).id();

        assertThat(texts(client.get(clients), "client_id")).containsExactly("0oaA", "0oaB", "0oaC");
        assertThat(client.get(clients + "/0oaB/tokens/" + first).error()).isEqualTo("404 E0000007");
        assertThat(client.delete(clients + "/0oaA/tokens/" + first).status()).isEqualTo(204);
        assertThat(client.delete(clients + "/0oaA/tokens/" + first).error()).isEqualTo("404 E0000007");
        client.delete(clients + "/0oaA/tokens");
        assertThat(texts(client.get(clients), "client_id")).containsExactly("0oaB", "0oaC");
    }
}
