/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

class UserListTest {
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

    private Answer list(String name, String expression) {
        return client.get("/api/v1/users?" + name + "=" + OktaClient.encode(expression));
    }

    private static String names(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return String.join(" ", answer.logins()).replace("@example.com", "");
    }

    @Test
    void plainListAndPrefixOmitTheDeprovisioned() {
        assertThat(names(client.get("/api/v1/users"))).isEqualTo("ann bob");
        assertThat(names(list("q", "c"))).isEmpty();
    }

    @Test
    void prefixLooksAtNamesAndMailInAnyCaseAndHasNoPages() {
        assertThat(names(list("q", "L"))).isEqualTo("ann bob");
        assertThat(names(list("q", "BOB@ex"))).isEqualTo("bob");
        Answer one = client.get("/api/v1/users?q=l&limit=1");
        assertThat(names(one)).isEqualTo("ann");
        assertThat(one.link("next")).isNull();
    }

    @Test
    void prefixListsTenByDefault() {
        for (int i = 0; i < 12; i++) {
            okta.addUser("zoe" + i + "@example.com", UserStatus.ACTIVE);
        }
        assertThat(list("q", "zoe").json()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status pr                                                          | ann bob cat
            status eq "DEPROVISIONED"                                          | cat
            status eq "active"                                                 | ann
            profile.firstName eq "ANN"                                         | ann
            profile.firstName sw "b"                                           | bob
            profile.lastName co "OS"                                           | cat
            profile.badge gt 10                                                | bob cat
            profile.badge le 20                                                | ann bob
            profile.badge eq 20                                                | bob
            profile.remote eq true                                             | ann
            profile.tags eq "t30"                                              | cat
            profile.tags eq "ALL"                                              | ann bob cat
            profile.city pr                                                    | ``
            profile.lastName ge "lee"                                          | ann cat
            lastUpdated ge "2026-02-01T00:00:00.000Z"                          | bob cat
            lastUpdated gt "2026-02-01T00:00:00.000Z" and status pr            | cat
            lastUpdated lt "2026-02-01T01:00:00.000+02:00"                     | ann
            lastUpdated eq "2026-03-01T00:00:00.000Z"                          | cat
            status eq "STAGED" or status eq "ACTIVE" and profile.badge eq 99   | bob
            (status eq "STAGED" or status eq "ACTIVE") and profile.badge lt 15 | ann
            type.id pr                                                         | ann bob cat
            """)
    void searchFinds(String expression, String expected) {
        assertThat(names(list("search", expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile.badge co \"1\"",
                "profile.FirstName eq \"Ann\"",
                "profile.nothing pr",
                "firstName eq \"Ann\"",
                "lastUpdated ge \"yesterday\"",
                "status ne \"ACTIVE\"",
                "status eq"
            })
    void badSearchIsRefused(String expression) {
        assertThat(list("search", expression).error()).isEqualTo("400 E0000031");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status eq "DEPROVISIONED"                                      | cat
            status eq "active"                                             | ``
            profile.firstName eq "Ann"                                     | ann
            profile.firstName eq "ann"                                     | ``
            profile.login eq "bob@example.com" or status eq "ACTIVE"       | ann bob
            lastUpdated gt "2026-01-01T00:00:00.000Z" and status eq "STAGED" | bob
            lastUpdated le "2026-02-01T00:00:00Z"                          | ann bob
            """)
    void filterFinds(String expression, String expected) {
        assertThat(names(list("filter", expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status pr",
                "profile.firstName sw \"A\"",
                "profile.badge eq 10",
                "created gt \"2026-01-01T00:00:00Z\"",
                "id gt \"00u\""
            })
    void filterKnowsLess(String expression) {
        assertThat(list("filter", expression).error()).isEqualTo("400 E0000031");
    }

    @Test
    void aQuoteInAValueIsEscaped() {
        okta.user("eve@example.com").profile("nickName", "The \"Boss\"").add();

        assertThat(names(list("search", "profile.nickName eq \"the \\\"boss\\\"\"")))
                .isEqualTo("eve");
    }

    @Test
    void searchBesideFilterIsRefused() {
        assertThat(client.get("/api/v1/users?search=status%20pr&filter=status%20eq%20%22ACTIVE%22")
                        .error())
                .isEqualTo("400 E0000033");
    }

    @Test
    void sortingTakesDirectionAndBreaksTiesById() {
        assertThat(names(sorted("lastUpdated", "desc"))).isEqualTo("cat bob ann");
        assertThat(names(sorted("profile.lastName", "asc"))).isEqualTo("bob ann cat");
        assertThat(names(sorted("created", "desc"))).isEqualTo("ann bob cat");
        assertThat(names(client.get("/api/v1/users?sortBy=profile.lastName"))).isEqualTo("ann bob");
        assertThat(sorted("profile.nothing", "asc").error()).isEqualTo("400 E0000031");
    }

    @Test
    void whoLacksTheAttributeComesLastInAscendingOrder() {
        okta.findUser("ann").orElseThrow().change("city", "Zagreb");
        okta.findUser("cat").orElseThrow().change("city", "Aachen");

        assertThat(names(sorted("profile.city", "asc"))).isEqualTo("cat ann bob");
        assertThat(names(sorted("profile.city", "desc"))).isEqualTo("bob ann cat");
    }

    @Test
    void prefixIsPassedOverBesideASearch() {
        assertThat(names(client.get("/api/v1/users?q=bob&search=status+pr"))).isEqualTo("ann bob cat");
    }

    private Answer sorted(String by, String order) {
        return client.get("/api/v1/users?search=status+pr&sortBy=" + by + "&sortOrder=" + order);
    }

    @Test
    void queriesSeeWritesOnlyAfterTheLagWhileReadsByIdSeeThemAtOnce() {
        okta.org().indexLag(Duration.ofSeconds(1));
        okta.findUser("ann@example.com").orElseThrow().change("firstName", "Anna");
        SimulatedUser dora = okta.addUser("dora@example.com", UserStatus.ACTIVE);
        okta.findUser("bob@example.com").orElseThrow().erase();

        assertThat(names(list("search", "profile.firstName eq \"Anna\""))).isEmpty();
        assertThat(names(list("filter", "profile.firstName eq \"Ann\""))).isEqualTo("ann");
        assertThat(names(list("q", "dora"))).isEmpty();
        assertThat(names(list("search", "status eq \"STAGED\""))).isEqualTo("bob");
        assertThat(names(client.get("/api/v1/users"))).isEqualTo("ann dora");
        assertThat(client.get("/api/v1/users/" + dora.id()).status()).isEqualTo(200);

        CLOCK.advance(Duration.ofSeconds(1));

        assertThat(names(list("search", "profile.firstName eq \"Anna\""))).isEqualTo("ann");
        assertThat(names(list("filter", "profile.firstName eq \"Ann\""))).isEmpty();
        assertThat(names(list("q", "dora"))).isEqualTo("dora");
        assertThat(names(list("search", "status eq \"STAGED\""))).isEmpty();
    }
}
