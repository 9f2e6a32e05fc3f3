/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserWriteTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00.700Z");
    private static final VirtualClock CLOCK = VirtualClock.startingAt(START);
    private static final String NEW_USER =
            "{'profile':{'login':'new@example.com','email':'new@example.com','firstName':'N','lastName':'U'}%s}";

    @RegisterExtension
    static final OktaSimulatorExtension EXTENSION =
            new OktaSimulatorExtension(OktaSimulator.builder().clock(CLOCK));

    private OktaSimulator okta;
    private OktaClient client;
    private SimulatedUser ann;
    private String path;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        CLOCK.set(START);
        okta = simulator;
        client = new OktaClient(okta);
        ann = okta.user("ann@example.com")
                .password("Old-pass-1")
                .profile("city", "Oslo")
                .profile("title", "Boss")
                .add();
        path = "/api/v1/users/" + ann.id();
        CLOCK.advance(Duration.ofSeconds(10));
    }

    @Test
    void postMergesAndAnExplicitNullClears() {
        client.post(path, "{'profile':{'city':'Rome','title':null}}");

        assertThat(ann.profile())
                .containsEntry("city", "Rome")
                .doesNotContainKey("title")
                .containsKey("firstName");
    }

    @Test
    void putNullsWhatItOmits() {
        client.put(
                path,
                "{'profile':{'login':'ann@example.com','email':'ann@example.com','firstName':'A','lastName':'B'}}");

        assertThat(ann.profile()).containsOnlyKeys("login", "email", "firstName", "lastName");
        assertThat(client.put(path, "{'profile':{'city':'Rome'}}").error()).isEqualTo("400 E0000001");
    }

    @Test
    void aPasswordCanBeSetFromOutsideAndNeverComesBack() {
        Answer answer = client.post(path, "{'credentials':{'password':{'value':'Brand-new-9'}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ann.password()).isEqualTo("Brand-new-9");
        assertThat(answer.response().body()).doesNotContain("Brand-new-9");
        assertThat(client.get(path).response().body()).doesNotContain("Brand-new-9");
        assertThat(client.get(path).json().get("passwordChanged").asText()).isEqualTo("2026-11-23T10:00:10.000Z");
    }

    @ParameterizedTest
    @CsvSource({"PROVISIONED, ACTIVE", "RECOVERY, ACTIVE", "PASSWORD_EXPIRED, ACTIVE", "SUSPENDED, SUSPENDED"})
    void aPasswordSetFromOutsideEndsWaitingForOne(UserStatus before, UserStatus after) {
        ann.change(before);

        client.put(path, "{'credentials':{'password':{'value':'Brand-new-9'}}}");

        assertThat(ann.status()).isEqualTo(after);
        assertThat(ann.profile("city"))
                .as("a PUT without profile leaves it alone")
                .isEqualTo("Oslo");
    }

    @Test
    void aChangedLoginIsFoundUnderItsNewNameOnly() {
        client.post(path, "{'profile':{'login':'ann.new@example.com'}}");

        assertThat(client.get("/api/v1/users/ann.new@example.com").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users/ann@example.com").status()).isEqualTo(404);
    }

    @Test
    void aDeactivatedUserIsReadButNotWritten() {
        ann.change(UserStatus.DEPROVISIONED);

        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.post(path, "{'profile':{'city':'Rome'}}").error()).isEqualTo("404 E0000007");
        assertThat(client.put(path, "{'profile':{'city':'Rome'}}").error()).isEqualTo("404 E0000007");
    }

    @Test
    void aUserUnderActivationIsNotWritten() {
        String id = okta.user("moving@example.com")
                .status(UserStatus.STAGED)
                .transitioningTo(UserStatus.PROVISIONED)
                .add()
                .id();

        assertThat(client.get("/api/v1/users/" + id)
                        .json()
                        .get("transitioningToStatus")
                        .asText())
                .isEqualTo("PROVISIONED");
        assertThat(client.post("/api/v1/users/" + id, "{'profile':{'city':'Rome'}}")
                        .error())
                .isEqualTo("409 E0000112");
    }

    @Test
    void deleteDeactivatesThenErasesThenFindsNobody() {
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(ann.status()).isEqualTo(UserStatus.DEPROVISIONED);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(ann.exists()).isFalse();
        assertThat(client.delete(path).error()).isEqualTo("404 E0000007");
        assertThat(client.get("/api/v1/users?search=status+pr").json()).isEmpty();
        assertThat(client.post("/api/v1/users", NEW_USER.formatted("").replace("new@", "ann@"))
                        .status())
                .as("the login is free again")
                .isEqualTo(200);
    }

    @Test
    void theEtagVersionsTheProfileAndNotTheStatus() {
        String etag = client.get(path).header("ETag");
        client.post(path + "/lifecycle/suspend");
        client.post(path + "/lifecycle/unsuspend");
        client.post(path, "{'credentials':{'password':{'value':'Brand-new-9'}}}");

        assertThat(etag).startsWith("W/\"");
        assertThat(client.get(path).header("ETag")).isEqualTo(etag);
        assertThat(client.post(path, "{'profile':{'city':'Rome'}}", "If-Match", etag)
                        .status())
                .isEqualTo(200);
        Answer stale = client.put(path, "{'profile':{'city':'Bern'}}", "If-Match", etag);
        assertThat(stale.error()).isEqualTo("412 E0000231");
        assertThat(ann.profile("city")).isEqualTo("Rome");
        assertThat(client.post(path, "{'profile':{'city':'Bern'}}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lastUpdatedMovesWithProfileAndStatusInWholeSeconds() {
        assertThat(client.get(path).json().get("lastUpdated").asText()).isEqualTo("2026-11-23T10:00:00.000Z");
        client.post(path, "{'profile':{'city':'Rome'}}");
        assertThat(client.get(path).json().get("lastUpdated").asText()).isEqualTo("2026-11-23T10:00:10.000Z");
        CLOCK.advance(Duration.ofSeconds(5));
        client.post(path + "/lifecycle/suspend");
        JsonNode user = client.get(path).json();
        assertThat(user.get("lastUpdated").asText()).isEqualTo("2026-11-23T10:00:15.000Z");
        assertThat(user.get("statusChanged").asText()).isEqualTo("2026-11-23T10:00:15.000Z");
        assertThat(user.get("created").asText()).isEqualTo("2026-11-23T10:00:00.000Z");
    }

    @Test
    void lastUpdatedStaysWithEverythingThatHangsOnAUser() {
        okta.addUser("boss@example.com", UserStatus.ACTIVE);
        client.post(path + "/roles", "{'type':'SUPER_ADMIN'}");
        client.put("/api/v1/users/" + ann.id() + "/linkedObjects/manager/boss@example.com", "");
        client.post(path + "/lifecycle/reset_factors");
        client.delete(path + "/sessions");

        assertThat(ann.roles()).hasSize(1);
        assertThat(ann.linked("manager")).hasSize(1);
        assertThat(client.get(path).json().get("lastUpdated").asText()).isEqualTo("2026-11-23T10:00:00.000Z");
    }

    @Test
    void aRemovedAttributeChangesTheProfileWithoutTrace() {
        okta.user("badge@example.com").profile("badge", 7).add();
        SimulatedUser badge = okta.findUser("badge").orElseThrow();
        String etag = client.get("/api/v1/users/badge").header("ETag");
        CLOCK.advance(Duration.ofSeconds(5));

        okta.org().removeAttribute("badge");

        assertThat(badge.profile("badge")).isNull();
        assertThat(badge.lastUpdated()).isEqualTo("2026-11-23T10:00:10Z");
        assertThat(client.get("/api/v1/users/badge").header("ETag")).isNotEqualTo(etag);
    }
}
