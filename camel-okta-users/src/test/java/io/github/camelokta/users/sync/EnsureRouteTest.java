/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserRefusedException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code okta-users:ensure} in a route, for users who are there already, and the headers it leaves. */
class EnsureRouteTest extends EnsureFixture {
    private static final String LIFTING =
            "okta-users:ensure?mayReactivate=STAGED,PROVISIONED,LOCKED_OUT,PASSWORD_EXPIRED,RECOVERY,DEPROVISIONED,SUSPENDED";

    EnsureRouteTest(OktaSimulator okta) {
        super(okta);
    }

    @ParameterizedTest
    @MethodSource("io.github.camelokta.users.sync.Pairs#all")
    void each_of_the_32_pairs_leads_there_or_is_refused_before_any_write(String from, String wanted, String expected) {
        SimulatedUser ann = okta.addUser(LOGIN, UserStatus.valueOf(from));
        Map<String, Object> body = Map.of("login", LOGIN, "status", wanted);

        Exchange first = send(LIFTING, body);

        if (expected.equals("suspend") && !from.equals("ACTIVE")) {
            assertThat(first.getException(OktaUsersException.class).getStatusCode())
                    .as("Okta is asked")
                    .isEqualTo(400);
            assertThat(ann.status().name()).isEqualTo(from);
            return;
        }
        if (expected.contains("_")) {
            assertThat(first.getException(UserRefusedException.class)
                            .getRefusal()
                            .name())
                    .isEqualTo(expected);
            assertThat(first.getException().getMessage()).contains(expected).doesNotContain(LOGIN);
            assertThat(okta.requests().methodsAndPaths()).containsExactly("GET /api/v1/users/ann%40acme.com");
            assertThat(ann.status().name()).isEqualTo(from);
            return;
        }
        assertThat(first.getException()).isNull();
        List<String> reached = wanted.equals("ACTIVE")
                ? List.of("ACTIVE", "PROVISIONED", "RECOVERY", "PASSWORD_EXPIRED")
                : List.of(wanted);
        assertThat(ann.status().name()).isIn(reached);
        assertThat(first.getMessage().getBody(Map.class).get("status"))
                .isEqualTo(ann.status().name());
        List<String> expectedCalls = expected.equals("-") ? List.of() : List.of(expected.split(","));
        assertThat(operations(first)).isEqualTo(expectedCalls);
        assertThat(writes()).hasSameSizeAs(expectedCalls);
        assertThat(first.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(!expected.equals("-"));

        requireNothingMoreToDo(LIFTING, body);
    }

    @Test
    void a_user_who_was_suspended_on_purpose_stays_so_unless_that_status_may_be_lifted() {
        SimulatedUser ann = okta.addUser(LOGIN, UserStatus.SUSPENDED);

        Exchange exchange = send("okta-users:ensure", Map.of("login", LOGIN, "status", "ACTIVE"));

        assertThat(exchange.getException(UserRefusedException.class).getRefusal())
                .isEqualTo(Refusal.NOT_TO_BE_REACTIVATED);
        assertThat(ann.status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void profile_and_status_change_in_two_writes() {
        SimulatedUser ann = okta.user(LOGIN)
                .status(UserStatus.SUSPENDED)
                .profile("city", "Oslo")
                .add();
        Map<String, Object> body = Map.of("id", ann.id(), "status", "ACTIVE", "profile", Map.of("city", "Bergen"));

        Exchange exchange = send(LIFTING + "&resultFormat=json", body);

        assertThat(exchange.getException()).isNull();
        assertThat(calls(exchange))
                .containsExactly("partialUpdate: city differs", "unsuspend: SUSPENDED, and ACTIVE is wanted");
        JsonNode user = exchange.getMessage().getBody(JsonNode.class);
        assertThat(user.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(user.path("profile").path("city").asText()).isEqualTo("Bergen");
        requireNothingMoreToDo(LIFTING, body);
    }

    @Test
    void after_only_a_profile_write_nothing_is_read_again() {
        okta.user(LOGIN).profile("city", "Oslo").add();
        Exchange exchange = send("okta-users:ensure", ann("city", "Bergen"));

        assertThat(okta.requests().count()).isEqualTo(2);
        assertThat(exchange.getMessage().getBody(Map.class).get("profile").toString())
                .contains("Bergen");
        // Recorded orgs answer writes without an ETag (none in 217 answers), and a tag read before the write is an old
        // one.
        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.ETAG)).isNull();
    }

    @Test
    void absent_attributes_are_cleared_if_told() {
        SimulatedUser ann =
                okta.user(LOGIN).profile("city", "Oslo").profile("title", "CTO").add();
        send("okta-users:ensure?absentAttributes=clear&compareAttributes=city", Map.of("login", LOGIN));
        assertThat(ann.profile("city")).isNull();
        assertThat(ann.profile("title")).isEqualTo("CTO");
    }

    @Test
    void headers_of_an_earlier_run_are_gone_when_the_next_fails() {
        Exchange exchange = context.createFluentProducerTemplate()
                .to("okta-users:ensure")
                .withHeader(OktaUsersConstants.CALLS, List.of("old"))
                .withHeader(OktaUsersConstants.CHANGED, true)
                .withBody("{\"login\":7}")
                .send();
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys("CamelOktaUsersCalls", "CamelOktaUsersChanged");
        assertThat(exchange.getException()).hasMessage("ensure needs a text that is not blank as login");
        assertThat(okta.requests().count()).isZero();
    }

    private List<String> writes() {
        return okta.requests().methodsAndPaths().stream()
                .filter(line -> !line.startsWith("GET"))
                .toList();
    }
}
