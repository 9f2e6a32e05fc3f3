/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserPagingTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00.700Z");
    private static final VirtualClock CLOCK = VirtualClock.startingAt(START);

    @RegisterExtension
    static final OktaSimulatorExtension EXTENSION =
            new OktaSimulatorExtension(OktaSimulator.builder().clock(CLOCK));

    private OktaSimulator okta;
    private OktaClient client;

    @BeforeEach
    void fill(OktaSimulator simulator) {
        CLOCK.set(START);
        okta = simulator;
        client = new OktaClient(okta);
        ListedUsers.addTo(okta);
    }

    @Test
    void fieldsAreProjected() {
        Answer answer =
                client.get("/api/v1/users?limit=1&fields=" + OktaClient.encode("status,profile:(firstName,badge)"));

        assertThat(answer.json().get(0).toString()).contains("\"id\"", "\"status\":\"ACTIVE\"");
        assertThat(answer.json().get(0).get("profile").toString()).isEqualTo("{\"firstName\":\"Ann\",\"badge\":10}");
        assertThat(answer.json().get(0)).hasSize(3);
        assertThat(answer.link("next")).contains("fields=status%2Cprofile%3A%28firstName%2Cbadge%29");
    }

    @Test
    void credentialsAreLeftOutOnRequest() {
        Answer all = client.get("/api/v1/users/ann@example.com");
        Answer less = client.get(
                "/api/v1/users/ann@example.com",
                "Content-Type",
                "application/json; okta-response=\"omitCredentials,omitCredentialsLinks,omitTransitioningToStatus\"");

        assertThat(all.json().has("credentials")).isTrue();
        assertThat(less.json().has("credentials")).isFalse();
        assertThat(less.json().get("_links").has("changePassword")).isFalse();
    }

    @Test
    void linksComeAsSeparateLinesWithAbsoluteUrlsAndTheLimitApplied() {
        Answer answer = client.get("/api/v1/users?limit=1&unknown=1", "X-Probe", "1");

        assertThat(answer.response().headers().allValues("Link")).hasSize(2);
        assertThat(answer.link("self")).isEqualTo(okta.orgUrl() + "/api/v1/users?limit=1");
        assertThat(answer.link("next"))
                .startsWith(okta.orgUrl() + "/api/v1/users?after=")
                .endsWith("&limit=1");
        assertThat(client.get(answer.link("next")).link("next")).isNull();
    }

    @Test
    void aLimitAboveTwoHundredIsClipped() {
        for (int i = 0; i < 210; i++) {
            okta.addUser("many" + i + "@example.com", UserStatus.ACTIVE);
        }
        Answer clipped = client.get("/api/v1/users?limit=500");

        assertThat(clipped.json()).hasSize(200);
        assertThat(clipped.link("next")).contains("limit=200");
        assertThat(client.get("/api/v1/users").json()).hasSize(200);
        assertThat(client.get("/api/v1/users?limit=0").error()).isEqualTo("400 E0000001");
        assertThat(client.get("/api/v1/users?limit=ten").error()).isEqualTo("400 E0000001");
        assertThat(client.get("/api/v1/users?after=nonsense").error()).isEqualTo("400 E0000001");
    }

    @Test
    void pagingSurvivesChangesBetweenPages() {
        List<String> seen = new ArrayList<>();
        Answer page = client.get("/api/v1/users?limit=1");
        seen.addAll(page.logins());
        okta.findUser("ann@example.com").orElseThrow().erase();
        okta.addUser("new@example.com", UserStatus.ACTIVE);
        while (page.link("next") != null) {
            page = client.get(page.link("next"));
            seen.addAll(page.logins());
        }

        assertThat(seen).containsExactly("ann@example.com", "bob@example.com", "new@example.com");
    }

    @Test
    void aUserChangedWhilePagingMovesInASortedSearch() {
        String url = "/api/v1/users?limit=1&search=status+pr&sortBy=lastUpdated&sortOrder=asc";
        Answer first = client.get(url);
        okta.findUser("ann@example.com").orElseThrow().change("city", "Oslo");

        List<String> rest = new ArrayList<>();
        for (Answer page = first; page.link("next") != null; ) {
            page = client.get(page.link("next"));
            rest.addAll(page.logins());
        }

        assertThat(rest).containsExactly("bob@example.com", "cat@example.com", "ann@example.com");
    }

    @Test
    void aUserChangedWhilePagingStandsStillWhereCreatedIsSearchedAndSortedBy() {
        String url = "/api/v1/users?limit=1&search=created+ge+%222000-01-01T00:00:00.000Z%22+and+status+pr"
                + "&sortBy=created&sortOrder=asc&fields=id,created";
        Answer page = client.get(url);
        okta.findUser("ann@example.com").orElseThrow().change("city", "Oslo");

        List<String> ids = new ArrayList<>();
        ids.add(page.json().get(0).get("id").textValue());
        while (page.link("next") != null) {
            page = client.get(page.link("next"));
            ids.add(page.json().get(0).get("id").textValue());
        }

        assertThat(ids)
                .containsExactly(
                        okta.findUser("ann@example.com").orElseThrow().id(),
                        okta.findUser("bob@example.com").orElseThrow().id(),
                        okta.findUser("cat@example.com").orElseThrow().id());
        assertThat(page.json().get(0).has("created")).isTrue();
    }

    @Test
    void membersOfAListLinkToThemselvesOnly() {
        assertThat(client.get("/api/v1/users").json().get(0).get("_links").toString())
                .isEqualTo("{\"self\":{\"href\":\"" + okta.orgUrl() + "/api/v1/users/"
                        + okta.findUser("ann").orElseThrow().id() + "\"}}");
    }
}
