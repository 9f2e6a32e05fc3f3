/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OktaSimulatorExtension.class)
class WebPageTest {
    private static final List<String> DYNAMIC = List.of("/", "/simulator/fragment", "/simulator/state");

    private static Answer open(OktaSimulator okta, String path) {
        return OktaClient.send(
                HttpRequest.newBuilder(URI.create(okta.orgUrl() + path)).build());
    }

    private static String body(OktaSimulator okta, String path) {
        return open(okta, path).response().body();
    }

    @Test
    void showsUsersAndRequestsWithoutAToken(OktaSimulator okta) {
        okta.addUser("ann@example.com", UserStatus.SUSPENDED);
        new OktaClient(okta).get("/api/v1/users?limit=7");

        for (String path : DYNAMIC) {
            assertThat(body(okta, path)).as(path).contains("ann@example.com", "SUSPENDED", "/api/v1/users?limit=7");
        }
        assertThat(okta.requests().count())
                .as("the page itself is not in the log")
                .isEqualTo(1);
    }

    @Test
    void escapesWhateverAUserIsCalled(OktaSimulator okta) {
        okta.user("\"><b>x</b>@example.com")
                .profile("firstName", "<script>alert('1')</script>")
                .profile("lastName", "& Sons")
                .add();
        new OktaClient(okta).get("/api/v1/users?q=%3Cimg%20src%3Dx%3E");

        for (String path : List.of("/", "/simulator/fragment")) {
            assertThat(body(okta, path))
                    .doesNotContain("<script>alert", "<img", "<b>x")
                    .contains("&lt;script&gt;alert(&#39;1&#39;)", "&amp; Sons", "&lt;img src=x&gt;", "&quot;&gt;&lt;b");
        }
        Answer state = open(okta, "/simulator/state");
        assertThat(state.header("Content-Type")).isEqualTo("application/json");
        assertThat(state.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void holdsNoSecret(OktaSimulator okta) {
        okta.user("ann@example.com")
                .password("Hidden-pass-1")
                .recovery("Pet?", "Hidden-answer")
                .add();
        OktaClient client = new OktaClient(okta);
        client.get("/api/v1/users?activationToken=hidden-parameter&x=" + okta.token());
        client.get("/api/v1/users/" + okta.token());
        client.post("/api/v1/users/ann/lifecycle/expire_password_with_temp_password", "{'password':'Hidden-body'}");

        for (String path : DYNAMIC) {
            assertThat(body(okta, path))
                    .as(path)
                    .doesNotContainIgnoringCase("hidden")
                    .doesNotContain(okta.token(), "SSWS", "Pet?");
        }
    }

    @Test
    void needsNothingFromElsewhere(OktaSimulator okta) {
        Answer page = open(okta, "/");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.response().body()).doesNotContain("http://", "https://", "<!--state-->");
        assertThat(open(okta, "/simulator/page.css").header("Content-Type")).startsWith("text/css");
        assertThat(open(okta, "/simulator/page.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(open(okta, "/simulator/nothing").status()).isEqualTo(404);
    }

    @Test
    void showsTheFirstOfManyUsersAndCountsAll(OktaSimulator okta) {
        for (int i = 0; i < 150; i++) {
            okta.addUser("user" + i + "@example.com", i < 60 ? UserStatus.STAGED : UserStatus.ACTIVE);
        }
        JsonNode state = open(okta, "/simulator/state").json();

        assertThat(state.get("users")).hasSize(100);
        assertThat(state.get("total").asInt()).isEqualTo(150);
        assertThat(state.get("counts").toString()).isEqualTo("{\"STAGED\":60,\"ACTIVE\":90}");
        assertThat(body(okta, "/")).contains("100 of 150 users; the filter finds the others.");
    }

    @Test
    void staysUpWhileTheOrgFails(OktaSimulator okta) {
        okta.faults().on("*", "**").always().fail(Fault.unavailable());

        assertThat(open(okta, "/").status()).isEqualTo(200);
    }

    @Test
    void showsTheIdThatRequestsName(OktaSimulator okta) {
        String id = okta.addUser("ann@example.com", UserStatus.ACTIVE).id();

        assertThat(body(okta, "/")).contains("<th>Id", "<code>" + id + "</code>");
    }

    @Test
    void showsOneUserOfManyAndTheRequestsAboutThatUser(OktaSimulator okta) {
        for (int i = 0; i < 900; i++) {
            okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
        }
        String id = okta.findUser("user777").orElseThrow().id();
        new OktaClient(okta).get("/api/v1/users/" + id);
        new OktaClient(okta).get("/api/v1/users?limit=7");

        String page = body(okta, "/simulator/fragment?user=USER777");
        assertThat(page).contains("user777@example.com", "/api/v1/users/" + id).doesNotContain("user77@", "limit=7");
        assertThat(page).contains("1 of 900 users");
    }

    @Test
    void aTestInAnotherLanguageResetsTheOrgByItsToken(OktaSimulator okta) {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        HttpRequest.Builder reset = HttpRequest.newBuilder(URI.create(okta.orgUrl() + "/simulator/reset"))
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(OktaClient.send(reset.build()).status()).isEqualTo(401);
        assertThat(okta.users()).hasSize(1);
        reset.header("Authorization", "SSWS " + okta.token());
        assertThat(OktaClient.send(reset.build()).status()).isEqualTo(204);
        assertThat(okta.users()).isEmpty();
        assertThat(OktaClient.send(reset.build()).status()).isEqualTo(204);
    }
}
