/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.support.SimulatedContexts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A dry run shows what the same call sends, but for secrets, and sends none of it. */
@ExtendWith(OktaSimulatorExtension.class)
class DryRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is sent, and behind it what may be shown of it. */
    private static final Map<OktaUsersOperation, List<String>> BODIES = Map.of(
            OktaUsersOperation.create, List.of("""
                    {"profile":{"login":"new@example.com","email":"new@example.com","firstName":"N","lastName":"W","grade":7.5},
                     "credentials":{"password":{"hash":{"algorithm":"BCRYPT","workFactor":10,"salt":"s4lt","value":"h4sh"}},
                      "recovery_question":{"question":"Dog?","answer":"rexy"},"provider":{"type":"OKTA","name":"OKTA"}},
                     "groupIds":["00g1"]}""", """
                    {"profile":{"login":"new@example.com","email":"new@example.com","firstName":"N","lastName":"W","grade":7.5},
                     "credentials":{"password":{"hash":{"algorithm":"xxxxxx","workFactor":"xxxxxx","salt":"xxxxxx","value":"xxxxxx"}},
                      "recovery_question":{"question":"Dog?","answer":"xxxxxx"},"provider":{"type":"OKTA","name":"OKTA"}},
                     "groupIds":["00g1"]}"""),
            OktaUsersOperation.update, List.of("""
                    {"profile":{"login":"ann@example.com","email":"ann@example.com","firstName":"A","lastName":"B"},
                     "credentials":{"password":{"value":"New-pass-22"}}}""", """
                    {"profile":{"login":"ann@example.com","email":"ann@example.com","firstName":"A","lastName":"B"},
                     "credentials":{"password":{"value":"xxxxxx"}}}"""),
            OktaUsersOperation.partialUpdate, List.of("""
                    {"profile":{"nickName":null,"title":"ü"}}""", """
                    {"profile":{"nickName":null,"title":"ü"}}"""),
            OktaUsersOperation.changePassword, List.of("""
                    {"oldPassword":{"value":"Old-pass-1"},"newPassword":{"value":"New-pass-22"},"revokeSessions":true}""", """
                    {"oldPassword":{"value":"xxxxxx"},"newPassword":{"value":"xxxxxx"},"revokeSessions":true}"""),
            OktaUsersOperation.changeRecoveryQuestion, List.of("""
                    {"password":{"value":"Old-pass-1"},"recovery_question":{"question":"Car?","answer":"beetle"}}""", """
                    {"password":{"value":"xxxxxx"},"recovery_question":{"question":"Car?","answer":"xxxxxx"}}"""),
            OktaUsersOperation.forgotPasswordSetNewPassword, List.of("""
                    {"password":{"value":"New-pass-22"},"recovery_question":{"answer":"rexy"}}""", """
                    {"password":{"value":"xxxxxx"},"recovery_question":{"answer":"xxxxxx"}}"""),
            OktaUsersOperation.assignRole, List.of("""
                    {"type":"HELP_DESK_ADMIN"}""", """
                    {"type":"HELP_DESK_ADMIN"}"""));

    private static DefaultCamelContext context;

    private final OktaSimulator okta;

    DryRunTest(OktaSimulator okta) {
        this.okta = okta;
    }

    @BeforeAll
    static void start(OktaSimulator okta) throws Exception {
        context = SimulatedContexts.on(okta);
        context.getComponent("okta-users", OktaUsersComponent.class).setMaxAttempts(1);
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    /** All rows that write, with and without what makes them look first. */
    static Stream<String> writes() {
        return Stream.of(OktaUsersOperation.values())
                .filter(row -> row.repeat() != Repeat.SAFE)
                .flatMap(row -> row.repeat() == Repeat.DESTRUCTIVE
                        ? Stream.of(row + "?deletePolicy=deactivate", row + "?deletePolicy=raw")
                        : row.probe().isPresent()
                                ? Stream.of(row + "?", row + "?idempotent=true")
                                : Stream.of(row + "?"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_dry_run_shows_exactly_what_the_call_sends(String uri) throws Exception {
        OktaUsersOperation row = OktaUsersOperation.valueOf(uri.split("\\?")[0]);
        Org org = new Org(okta, UserStatus.ACTIVE).withTargets(okta);
        Map<String, Object> headers = headers(row, org);
        Object body = BODIES.containsKey(row) ? BODIES.get(row).get(0) : "ignored";
        okta.requests().clear();

        Exchange dry = send(uri + "&dryRun=true", body, headers);

        assertThat(dry.getException()).isNull();
        assertThat(dry.getMessage().getHeader(OktaUsersConstants.DRY_RUN)).isEqualTo(true);
        assertThat(writesSent()).isEmpty();
        List<Map<String, Object>> plan = plan(dry);
        assertThat(dry.getMessage().getHeaders()).containsAllEntriesOf(headers);

        send(uri, body, headers);

        LoggedRequest sent = writesSent().get(0);
        assertThat(writesSent()).hasSize(1);
        assertThat(plan).singleElement().satisfies(request -> {
            String[] target = request.get("path").toString().split("\\?", 2);
            assertThat(request).containsEntry("operation", row.name()).containsEntry("method", sent.method());
            assertThat(target[0]).isEqualTo(sent.path());
            assertThat(query(target)).containsExactlyEntriesOf(sent.query());
            assertThat(request.get("headers")).isEqualTo(row.conditional() ? Map.of("If-Match", "\"v1\"") : null);
            assertThat(sent.headers().get("if-match")).isEqualTo(row.conditional() ? "\"v1\"" : null);
            if (BODIES.containsKey(row)) {
                assertThat(json(sent.body())).isEqualTo(json(BODIES.get(row).get(0)));
                assertThat(JSON.<JsonNode>valueToTree(request.get("body")))
                        .isEqualTo(json(BODIES.get(row).get(1)));
            } else {
                assertThat(sent.body()).isEmpty();
                assertThat(request).doesNotContainKey("body");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"deactivate, ACTIVE, 1", "deactivate, DEPROVISIONED, 0", "delete, DEPROVISIONED, 1"})
    void before_a_DELETE_it_looks_as_the_call_does(String policy, UserStatus status, int requests) {
        Org org = new Org(okta, status);
        okta.requests().clear();

        Exchange dry = send(
                "deactivateOrDelete?dryRun=true&deletePolicy=" + policy,
                null,
                Map.of(OktaUsersConstants.USER_ID, org.ann.id()));

        assertThat(plan(dry)).hasSize(requests);
        assertThat(okta.requests().methodsAndPaths()).containsExactly("GET /api/v1/users/" + org.ann.id());
        assertThat(okta.findUser(org.ann.id()).orElseThrow().status()).isEqualTo(status);
    }

    @Test
    void what_the_call_refuses_the_dry_run_refuses() {
        Org org = new Org(okta, UserStatus.ACTIVE);
        Exchange dry = send(
                "deactivateOrDelete?dryRun=true&deletePolicy=delete",
                null,
                Map.of(OktaUsersConstants.USER_ID, org.ann.id()));
        assertThat(dry.getException()).hasMessageContaining("deletePolicy=delete erases DEPROVISIONED users alone");
        assertThat(send("suspend?dryRun=true", null, Map.of()).getException())
                .hasMessageContaining("suspend needs userId");
    }

    @Test
    void the_plan_comes_in_the_form_of_results() {
        Map<String, Object> headers = Map.of(OktaUsersConstants.USER_ID, "00u1234567890abcdefg");
        String expected = "[{\"operation\":\"suspend\",\"method\":\"POST\","
                + "\"path\":\"/api/v1/users/00u1234567890abcdefg/lifecycle/suspend\"}]";
        assertThat(send("suspend?dryRun=true&resultFormat=string", null, headers)
                        .getMessage()
                        .getBody())
                .isEqualTo(expected);
        assertThat(send("suspend?dryRun=true&outputClass=java.lang.Integer", null, headers)
                        .getMessage()
                        .getBody(List.class))
                .singleElement()
                .isInstanceOf(Map.class);
        assertThat(okta.requests().count()).isZero();
    }

    private Map<String, Object> headers(OktaUsersOperation row, Org org) {
        Map<String, Object> headers = new HashMap<>(org.headers(row));
        row.queryParams()
                .forEach(param -> headers.put(
                        param.header(),
                        param == OperationParam.nextLogin
                                ? "changePassword"
                                : param.type() == Boolean.class ? (Object) true : "a b&c"));
        if (row.conditional()) {
            headers.put(OktaUsersConstants.IF_MATCH, "\"v1\"");
        }
        return headers;
    }

    private static Exchange send(String uri, Object body, Map<String, Object> headers) {
        return context.createFluentProducerTemplate()
                .to("okta-users:" + uri.replace("?&", "?").replaceAll("\\?$", ""))
                .withBody(body)
                .withHeaders(headers)
                .send();
    }

    private List<LoggedRequest> writesSent() {
        return okta.requests().matching(request -> !request.method().equals("GET"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> plan(Exchange dry) {
        return dry.getMessage().getBody(List.class);
    }

    private static Map<String, String> query(String[] target) {
        Map<String, String> query = new LinkedHashMap<>();
        if (target.length == 2) {
            Stream.of(target[1].split("&"))
                    .map(pair -> pair.split("=", 2))
                    .map(pair -> entry(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)))
                    .forEach(pair -> query.put(pair.getKey(), pair.getValue()));
        }
        return query;
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }
}
