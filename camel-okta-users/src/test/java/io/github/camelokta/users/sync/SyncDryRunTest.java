/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.support.SimulatedContexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dry runs of {@code ensure} and {@code reconcile} show what the real runs send. */
@ExtendWith(OktaSimulatorExtension.class)
class SyncDryRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN = "ann@acme.com";

    private static DefaultCamelContext context;

    private final OktaSimulator okta;

    SyncDryRunTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeAll
    static void start(OktaSimulator okta) throws Exception {
        context = SimulatedContexts.on(okta);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:plan")
                        .to(
                                "okta-users:reconcile?scope=RAW(status pr)&maxChangePercent=100&onMissing=suspend&dryRun=true")
                        .setProperty("report", simple("${body.report}"))
                        .split(body())
                        .streaming()
                        .to("mock:request");
            }
        });
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    @ParameterizedTest
    @MethodSource("io.github.camelokta.users.sync.Pairs#all")
    void each_of_the_32_pairs_is_shown_as_it_is_sent(String from, String wanted, String expected) throws Exception {
        SimulatedUser ann = okta.user(LOGIN)
                .status(UserStatus.valueOf(from))
                .profile("city", "Oslo")
                .add();
        Map<String, Object> body = Map.of(
                "login",
                LOGIN,
                "status",
                wanted,
                "profile",
                Map.of("city", wanted.equals("DEPROVISIONED") ? "Oslo" : "Bergen"));
        requireEqual(body);
        assertThat(okta.findUser(ann.id())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"STAGED", "ACTIVE", "SUSPENDED", "DEPROVISIONED"})
    void a_new_user_is_shown_with_what_stands_for_the_id_to_come(String wanted) throws Exception {
        Map<String, Object> body = Map.of(
                "status",
                wanted,
                "profile",
                Map.of("login", LOGIN, "email", LOGIN, "firstName", "Ann", "lastName", "Lee"),
                "credentials",
                Map.of("password", Map.of("value", "Correct-Horse-7")));
        assertThat(requireEqual(body).toString()).doesNotContain("Horse");
    }

    @Test
    void a_directory_is_shown_as_it_is_sent() throws Exception {
        okta.user("bea@acme.com").profile("city", "Oslo").add();
        okta.addUser("cay@acme.com", UserStatus.ACTIVE);
        okta.addUser("dot@acme.com", UserStatus.PROVISIONED);
        List<Map<String, Object>> wanted = List.of(
                Map.of(
                        "status",
                        "ACTIVE",
                        "profile",
                        Map.of("login", LOGIN, "email", LOGIN, "firstName", "Ann", "lastName", "Lee")),
                Map.of("login", "bea@acme.com", "profile", Map.of("city", "Bergen")));
        okta.requests().clear();

        Exchange dry = context.createFluentProducerTemplate()
                .to("direct:plan")
                .withBody(wanted)
                .send();

        assertThat(dry.getException()).isNull();
        assertThat(sent()).isEmpty();
        assertThat(dry.getProperty("report"))
                .hasToString("ReconcileReport{CREATED=1, UPDATED=1, REACTIVATED=0, SUSPENDED=2, DEACTIVATED=0,"
                        + " UNCHANGED=0, REFUSED=0}");

        context.createFluentProducerTemplate()
                .to("okta-users:reconcile?scope=RAW(status pr)&maxChangePercent=100&onMissing=suspend")
                .withBody(wanted)
                .send();
        List<Map<String, Object>> plan = new ArrayList<>();
        context.getEndpoint("mock:request", MockEndpoint.class)
                .getExchanges()
                .forEach(each -> plan.add(each.getMessage().getBody(Map.class)));
        requireEqual(plan, byUser());
        assertThat(plan)
                .extracting(request -> request.get("operation"))
                .containsExactly("create", "activate", "partialUpdate", "suspend", "suspend");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> requireEqual(Map<String, Object> body) throws Exception {
        okta.requests().clear();
        Exchange dry = context.createFluentProducerTemplate()
                .to("okta-users:ensure?dryRun=true")
                .withBody(body)
                .send();
        assertThat(sent()).isEmpty();
        Exchange real = context.createFluentProducerTemplate()
                .to("okta-users:ensure")
                .withBody(body)
                .send();
        OktaUsersException refusal = real.getException(OktaUsersException.class);
        if (refusal != null) {
            // Who can be suspended is up to Okta, and nothing more is sent where it says no.
            assertThat(refusal.getOperation()).isEqualTo("suspend");
            List<Map<String, Object>> plan = dry.getMessage().getBody(List.class);
            requireEqual(plan.subList(0, 1), sent());
            return plan;
        }
        if (real.getException() != null) {
            assertThat(dry.getException()).hasMessage(real.getException().getMessage());
            return List.of();
        }
        assertThat(dry.getMessage().getHeader(OktaUsersConstants.DRY_RUN)).isEqualTo(true);
        assertThat(dry.getMessage().getHeader(OktaUsersConstants.CHANGED)).isNull();
        assertThat(dry.getMessage().getHeader(OktaUsersConstants.CALLS))
                .isEqualTo(real.getMessage().getHeader(OktaUsersConstants.CALLS));
        List<Map<String, Object>> plan = dry.getMessage().getBody(List.class);
        requireEqual(plan, sent());
        return plan;
    }

    /** The real run works on several users at once. */
    private List<LoggedRequest> byUser() {
        return sent().stream()
                .sorted(Comparator.comparing(request -> request.path().equals("/api/v1/users")
                        ? LOGIN
                        : okta.findUser(request.path().split("/")[4])
                                .orElseThrow()
                                .login()))
                .toList();
    }

    private void requireEqual(List<Map<String, Object>> plan, List<LoggedRequest> sent) throws Exception {
        assertThat(plan).hasSameSizeAs(sent);
        String created = "";
        for (int i = 0; i < sent.size(); i++) {
            LoggedRequest request = sent.get(i);
            Map<String, Object> shown = plan.get(i);
            String query = request.query().entrySet().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("&", request.query().isEmpty() ? "" : "?", ""));
            assertThat(shown.get("method") + " " + shown.get("path").toString().replace("{userId}", created))
                    .isEqualTo(request.methodAndPath() + query);
            Map<String, Object> guard = new HashMap<>();
            if (request.headers().containsKey("if-match")) {
                guard.put("If-Match", request.headers().get("if-match"));
            }
            assertThat(shown.getOrDefault("headers", Map.of())).isEqualTo(guard);
            JsonNode body = request.body().isEmpty()
                    ? null
                    : JSON.readTree(request.body().replace("Correct-Horse-7", "xxxxxx"));
            assertThat(shown.get("body") == null ? null : JSON.<JsonNode>valueToTree(shown.get("body")))
                    .isEqualTo(body);
            if (shown.get("operation").equals("create")) {
                created = okta.findUser(LOGIN).orElseThrow().id();
            }
        }
    }

    private List<LoggedRequest> sent() {
        return okta.requests().matching(request -> !request.method().equals("GET"));
    }
}
