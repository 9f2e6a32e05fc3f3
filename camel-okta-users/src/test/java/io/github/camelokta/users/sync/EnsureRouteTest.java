/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.OktaUsersException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code okta-users:ensure} in a route, on a simulated org. */
@ExtendWith(OktaSimulatorExtension.class)
class EnsureRouteTest {
    private static final String LOGIN = "ann@acme.com";

    private static DefaultCamelContext context;

    private final OktaSimulator okta;

    EnsureRouteTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeAll
    static void start(OktaSimulator okta) throws Exception {
        context = new DefaultCamelContext();
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    @ParameterizedTest
    @MethodSource("io.github.camelokta.users.sync.Pairs#all")
    void each_of_the_32_pairs_leads_there_or_is_refused_before_any_write(String from, String wanted, String expected) {
        SimulatedUser ann = okta.addUser(LOGIN, UserStatus.valueOf(from));
        Map<String, Object> body = Map.of("login", LOGIN, "status", wanted);

        Exchange first = send("okta-users:ensure", body);

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

        requireNothingMoreToDo("okta-users:ensure", body);
    }

    @Test
    void a_new_user_is_created_without_a_mail() {
        Map<String, Object> body = ann("city", " Oslo ");

        Exchange exchange = send("okta-users:ensure", body);

        assertThat(exchange.getException()).isNull();
        assertThat(okta.findUser(LOGIN).orElseThrow().profile("city")).isEqualTo("Oslo");
        assertThat(okta.requests().matching(request -> request.method().equals("POST")))
                .extracting(request -> request.path() + "?" + request.query())
                .satisfiesExactly(
                        create -> assertThat(create).contains("activate=false"), activate -> assertThat(activate)
                                .contains("/lifecycle/activate")
                                .contains("sendEmail=false"));
        assertThat(exchange.getMessage().getBody(Map.class).get("status")).isEqualTo("PROVISIONED");
        assertThat(calls(exchange))
                .containsExactly("create: no user has this login", "activate: ACTIVE is wanted, without a mail");
        assertThat(exchange.getMessage().getHeaders().toString()
                        + exchange.getMessage().getBody())
                .doesNotContain("welcome")
                .doesNotContain("activationToken");
        requireNothingMoreToDo("okta-users:ensure", body);
    }

    @Test
    void with_sendEmail_one_call_creates_and_the_header_wins_over_the_option() {
        Exchange exchange = context.createFluentProducerTemplate()
                .to("okta-users:ensure?sendEmail=false")
                .withHeader(OktaUsersConstants.SEND_EMAIL, "true")
                .withBody(ann("city", "Oslo"))
                .send();

        assertThat(operations(exchange)).containsExactly("create");
        assertThat(okta.requests().last().query().toString()).contains("activate=true");
    }

    @Test
    void a_staged_user_with_a_password_becomes_active() {
        Map<String, Object> body = Map.of(
                "status",
                "ACTIVE",
                "profile",
                Map.of("login", LOGIN, "email", LOGIN, "firstName", "Ann", "lastName", "Lee"),
                "credentials",
                Map.of("password", Map.of("value", "Correct-Horse-7")));
        Exchange exchange = send("okta-users:ensure", body);
        assertThat(exchange.getException()).isNull();
        SimulatedUser ann = okta.findUser(LOGIN).orElseThrow();
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ann.password()).isEqualTo("Correct-Horse-7");
        assertThat(calls(exchange).toString()).doesNotContain("Horse");
        requireNothingMoreToDo("okta-users:ensure", body);
    }

    @Test
    void profile_and_status_change_in_two_writes() {
        SimulatedUser ann = okta.user(LOGIN)
                .status(UserStatus.SUSPENDED)
                .profile("city", "Oslo")
                .add();
        Map<String, Object> body = Map.of("id", ann.id(), "status", "ACTIVE", "profile", Map.of("city", "Bergen"));

        Exchange exchange = send("okta-users:ensure?resultFormat=json", body);

        assertThat(exchange.getException()).isNull();
        assertThat(calls(exchange))
                .containsExactly("partialUpdate: city differs", "unsuspend: SUSPENDED, and ACTIVE is wanted");
        JsonNode user = exchange.getMessage().getBody(JsonNode.class);
        assertThat(user.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(user.path("profile").path("city").asText()).isEqualTo("Bergen");
        requireNothingMoreToDo("okta-users:ensure", body);
    }

    @Test
    void after_a_profile_write_alone_nothing_is_read_again() {
        okta.user(LOGIN).profile("city", "Oslo").add();
        Exchange exchange = send("okta-users:ensure", ann("city", "Bergen"));

        assertThat(okta.requests().count()).isEqualTo(2);
        assertThat(exchange.getMessage().getBody(Map.class).get("profile").toString())
                .contains("Bergen");
        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.ETAG)).isNotNull();
    }

    @Test
    void absent_attributes_are_cleared_if_told() {
        SimulatedUser ann =
                okta.user(LOGIN).profile("city", "Oslo").profile("title", "CTO").add();
        send("okta-users:ensure?absentAttributes=clear&compareAttributes=city", Map.of("login", LOGIN));
        assertThat(ann.profile("city")).isNull();
        assertThat(ann.profile("title")).isEqualTo("CTO");
    }

    @ParameterizedTest
    @CsvSource({"a/b@acme.com", "a?b@acme.com", "'a\"b/c@acme.com'", "'a\\b/c@acme.com'"})
    void a_login_that_no_path_can_hold_is_searched_for(String login) {
        SimulatedUser user = okta.addUser(login, UserStatus.ACTIVE);
        Exchange exchange = send("okta-users:ensure", Map.of("login", login, "status", "SUSPENDED"));

        assertThat(exchange.getException()).isNull();
        assertThat(user.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(okta.requests().methodsAndPaths().subList(0, 2))
                .containsExactly("GET /api/v1/users", "GET /api/v1/users/" + user.id());
    }

    @Test
    void the_short_form_of_a_login_is_not_taken_for_the_login() {
        SimulatedUser other = okta.addUser("ann@acme.com", UserStatus.ACTIVE);
        Exchange exchange = send("okta-users:ensure", Map.of("login", "ann", "status", "DEPROVISIONED"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
        assertThat(other.status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void a_refusal_of_Oktas_is_an_error() {
        Exchange exchange = send("okta-users:ensure", Map.of("login", "no-mail", "status", "STAGED"));
        assertThat(exchange.getException(OktaUsersException.class).getErrorCode())
                .isEqualTo("E0000001");
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

    private Exchange send(String uri, Object body) {
        return context.createFluentProducerTemplate().to(uri).withBody(body).send();
    }

    private void requireNothingMoreToDo(String uri, Object body) {
        okta.requests().clear();
        Exchange second = send(uri, body);
        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getHeader(OktaUsersConstants.CHANGED)).isEqualTo(false);
        assertThat(calls(second)).isEmpty();
        assertThat(okta.requests().matching(request -> true))
                .singleElement()
                .satisfies(read -> assertThat(read.method()).isEqualTo("GET"));
    }

    private List<String> writes() {
        return okta.requests().methodsAndPaths().stream()
                .filter(line -> !line.startsWith("GET"))
                .toList();
    }

    private static List<String> operations(Exchange exchange) {
        return calls(exchange).stream().map(call -> call.split(":")[0]).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> calls(Exchange exchange) {
        return exchange.getMessage().getHeader(OktaUsersConstants.CALLS, List.class);
    }

    private static Map<String, Object> ann(String attribute, Object value) {
        return Map.of(
                "status",
                "ACTIVE",
                "profile",
                Map.of(
                        "login",
                        LOGIN,
                        "email",
                        "Ann@Acme.com",
                        "firstName",
                        "Ann",
                        "lastName",
                        "User",
                        attribute,
                        value));
    }
}
