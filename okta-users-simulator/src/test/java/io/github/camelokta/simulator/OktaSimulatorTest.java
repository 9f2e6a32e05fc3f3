/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.org.UserStatus;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OktaSimulatorTest {
    @Test
    void aUserThatIsThereIsFoundAndNotMadeAgain() {
        OktaSimulator okta = OktaSimulator.builder().build();
        okta.addUser("ann@example.com", UserStatus.ACTIVE);

        assertThatThrownBy(() -> okta.user("ann@example.com").add())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("okta.findUser(..) finds the one that is there");
    }

    private static OktaSimulator okta;
    private static OktaClient client;

    @BeforeAll
    static void start() {
        okta = OktaSimulator.start();
        client = new OktaClient(okta);
    }

    @AfterAll
    static void stop() {
        okta.close();
    }

    @BeforeEach
    void reset() {
        okta.reset();
    }

    @Test
    void aUserIsFoundByIdByLoginAndByShortName() {
        SimulatedUser ann = okta.addUser("ann@example.com", UserStatus.ACTIVE);

        for (String name : List.of(ann.id(), "ann@example.com", "ann%40example.com", "ANN@example.com", "ann")) {
            Answer answer = client.get("/api/v1/users/" + name);
            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(answer.json().path("id").asText()).isEqualTo(ann.id());
        }
        assertThat(client.get("/api/v1/users/bob@example.com").error()).isEqualTo("404 E0000007");
    }

    @Test
    void anAmbiguousShortNameFindsNobody() {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        okta.addUser("ann@example.org", UserStatus.ACTIVE);

        assertThat(client.get("/api/v1/users/ann").error()).isEqualTo("404 E0000007");
    }

    @Test
    void theListGoesByPages() {
        for (int i = 0; i < 5; i++) {
            okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
        }
        List<String> logins = new ArrayList<>();
        int pages = 0;
        for (String url = "/api/v1/users?limit=2"; url != null; pages++) {
            Answer page = client.get(url);
            logins.addAll(page.logins());
            url = page.link("next");
        }

        assertThat(pages).isEqualTo(3);
        assertThat(logins)
                .containsExactly(
                        "user0@example.com",
                        "user1@example.com",
                        "user2@example.com",
                        "user3@example.com",
                        "user4@example.com");
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThat(client.get("/api/v1/users", "Authorization", "SSWS wrong").error())
                .isEqualTo("401 E0000011");
        Answer none = OktaClient.send(HttpRequest.newBuilder(URI.create(okta.orgUrl() + "/api/v1/users"))
                .build());
        assertThat(none.error()).isEqualTo("401 E0000011");
    }

    @Test
    void anotherAuthorizationIsAcceptedUntilTheReset() {
        okta.accept("Bearer abc");

        assertThat(client.get("/api/v1/users", "Authorization", "Bearer abc").status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        okta.reset();
        assertThat(client.get("/api/v1/users", "Authorization", "Bearer abc").error())
                .isEqualTo("401 E0000011");
    }

    @Test
    void aStubOfTheUsersOwnWinsEvenAfterTheOrgHasAnswered() {
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);

        okta.wireMock().stubFor(get(urlPathEqualTo("/api/v1/users")).willReturn(okJson("[{\"id\":\"stubbed\"}]")));

        assertThat(client.get("/api/v1/users").json().path(0).path("id").asText())
                .isEqualTo("stubbed");
        okta.wireMock().resetAll();
        assertThat(client.get("/api/v1/users").json()).isEmpty();
        assertThat(okta.requests().methodsAndPaths())
                .containsExactly("GET /api/v1/users", "GET /api/v1/users", "GET /api/v1/users");
    }

    @Test
    void theLogHoldsWhatWasAskedWithoutTheToken() {
        client.post("/api/v1/users?activate=false", "{'profile':{}}");

        LoggedRequest logged = okta.requests().last();
        assertThat(logged.methodAndPath()).isEqualTo("POST /api/v1/users");
        assertThat(logged.query()).containsExactlyEntriesOf(Map.of("activate", "false"));
        assertThat(logged.body()).isEqualTo("{\"profile\":{}}");
        assertThat(logged.status()).isEqualTo(400);
        assertThat(logged.headers().toString()).contains("authorization=***").doesNotContain(okta.token());
    }

    @Test
    void resetBringsTheFirstStateBack() {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        client.get("/api/v1/users");

        okta.reset();

        assertThat(okta.requests().count()).isZero();
        assertThat(client.get("/api/v1/users").json()).isEmpty();
        assertThat(client.get("/api/v1/users").header("X-Rate-Limit-Remaining")).isEqualTo("598");
    }
}
