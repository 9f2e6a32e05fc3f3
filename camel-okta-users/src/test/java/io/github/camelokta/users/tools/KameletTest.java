/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.support.LogCapture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The kamelets in the jar, run by {@code camel-kamelet} from YAML. */
@ExtendWith(OktaSimulatorExtension.class)
class KameletTest {
    private static final List<String> KAMELETS = List.of("okta-users-source", "okta-users-action");

    private static ToolFixture tools(OktaSimulator okta) {
        ToolFixture tools = new ToolFixture(okta);
        for (String kamelet : KAMELETS) {
            tools.property("camel.kamelet." + kamelet + ".orgUrl", okta.orgUrl());
            tools.property("camel.kamelet." + kamelet + ".token", okta.token());
        }
        tools.property("camel.kamelet.okta-users-source.delay", "20");
        tools.context.getRegistry().bind("cursors", new MemoryStateRepository());
        return tools;
    }

    private static RouteBuilder sink() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export").to("mock:export");
            }
        };
    }

    @Test
    void the_manuals_sample_receives_changes_and_suspends(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        okta.addUser("gone@example.com", UserStatus.DEPROVISIONED);
        try (ToolFixture tools = tools(okta).start(sink())) {
            MockEndpoint export = tools.mock("export");
            export.expectedMessageCount(1);
            tools.load("samples/kamelets.yaml");

            export.assertIsSatisfied();
            assertThat(export.getExchanges().get(0).getMessage().getBody())
                    .asString()
                    .contains("\"id\":\"" + user.id() + "\"");
            MemoryStateRepository cursors = tools.context.getRegistry().findSingleByType(MemoryStateRepository.class);
            Exchange suspended = tools.send("direct:leaver", Map.of("userId", user.id()), Map.of());
            assertThat(suspended.getException()).isNull();
            assertThat(user.status()).isEqualTo(UserStatus.SUSPENDED);
            await().atMost(ToolFixture.PATIENCE)
                    .untilAsserted(() -> assertThat(cursors.getState("okta-users/127.0.0.1/list/hr-export"))
                            .isNotNull());
        }
    }

    @Test
    void a_search_may_hold_what_a_URI_may_not(OktaSimulator okta) throws Exception {
        okta.addUser("ann+1&co@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = tools(okta).start(sink())) {
            MockEndpoint export = tools.mock("export");
            export.expectedMessageCount(1);
            tools.loadYaml("""
                    - route:
                        from:
                          uri: kamelet:okta-users-source
                          parameters:
                            search: RAW(profile.login eq "ann+1&co@example.com")
                          steps:
                            - to: direct:export
                    """);
            export.assertIsSatisfied();
        }
    }

    @Test
    void the_actions_parameters_are_properties_of_the_kamelet(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann+1@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = tools(okta).start()) {
            tools.loadYaml("""
                    - route:
                        from:
                          uri: direct:get
                          steps:
                            - to:
                                uri: kamelet:okta-users-action
                                parameters:
                                  operation: get
                                  resultFormat: map
                    - route:
                        from:
                          uri: direct:delete
                          steps:
                            - to:
                                uri: kamelet:okta-users-action
                                parameters:
                                  operation: deactivateOrDelete
                                  deletePolicy: deactivate
                    - route:
                        from:
                          uri: direct:find
                          steps:
                            - to:
                                uri: kamelet:okta-users-action
                                parameters:
                                  operation: get
                                  notFound: "null"
                    """);
            Exchange found = tools.send("direct:get", null, Map.of(OktaUsersConstants.USER_ID, user.login()));
            assertThat(found.getMessage().getBody(Map.class)).containsEntry("id", user.id());
            tools.send("direct:delete", null, Map.of(OktaUsersConstants.USER_ID, user.id()));
            assertThat(user.status()).isEqualTo(UserStatus.DEPROVISIONED);
            Exchange nobody = tools.send("direct:find", "before", Map.of(OktaUsersConstants.USER_ID, "00unknown"));
            assertThat(nobody.getException()).isNull();
            assertThat(nobody.getMessage().getBody()).isNull();
        }
    }

    @Test
    void deletions_are_received_on_demand(OktaSimulator okta) throws Exception {
        SimulatedUser user = okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (ToolFixture tools = tools(okta).start(sink())) {
            MockEndpoint export = tools.mock("export");
            export.expectedMessageCount(1);
            tools.loadYaml("""
                    - route:
                        from:
                          uri: kamelet:okta-users-source
                          parameters:
                            horizon: 0
                            detectDeletions: 30
                            maxDeletions: 5
                          steps:
                            - to: direct:export
                    """);
            export.assertIsSatisfied();
            export.reset();
            tools.mock("export");
            export.expectedHeaderReceived(OktaUsersConstants.CHANGE_TYPE, "deleted");
            export.expectedMessageCount(1);
            user.erase();
            export.assertIsSatisfied();
        }
    }

    /** Below INFO Camel logs what a placeholder stands for, and a kamelet's properties are placeholders. */
    private static boolean isOfPlaceholder(String line) {
        return line.matches("(?s)(DEBUG|TRACE) org\\.apache\\.camel\\.component\\.properties\\..*")
                || line.matches("DEBUG org\\S+\\.DefaultCamelContextExtension Resolved text: \\{\\{\\?token}} -> .*");
    }

    @Test
    void a_secret_shows_nowhere(OktaSimulator okta) throws Exception {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (LogCapture log = new LogCapture();
                ToolFixture tools = tools(okta).start(sink())) {
            run(tools);
            assertThat(log.lines().stream().filter(line -> line.contains(okta.token())))
                    .allMatch(KameletTest::isOfPlaceholder);
            assertThat(shown(tools)).doesNotContain(okta.token());
        }
    }

    @Test
    void a_secret_in_a_file_is_in_no_log_at_all(OktaSimulator okta, @TempDir Path directory) throws Exception {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        Path token = Files.writeString(directory.resolve("token"), okta.token());
        try (LogCapture log = new LogCapture();
                ToolFixture tools = tools(okta)) {
            for (String kamelet : KAMELETS) {
                tools.property("camel.kamelet." + kamelet + ".token", "file:" + token);
            }
            run(tools.start(sink()));
            assertThat(log.lines().stream().filter(line -> line.contains(okta.token())))
                    .isEmpty();
            assertThat(shown(tools)).doesNotContain(okta.token());
        }
    }

    private static void run(ToolFixture tools) throws Exception {
        MockEndpoint export = tools.mock("export");
        export.expectedMessageCount(1);
        tools.load("samples/kamelets.yaml");
        export.assertIsSatisfied();
        assertThat(tools.send("direct:leaver", Map.of("userId", "00unknown"), Map.of())
                        .getException())
                .hasMessageContaining("E0000007");
    }

    /** What a person sees of the context: endpoints, routes as Camel writes them out, and why a route failed. */
    private static String shown(ToolFixture tools) throws Exception {
        String endpoints = tools.context.getEndpoints().toString();
        assertThat(endpoints).contains("okta-users-source").contains("mode=changes");
        StringBuilder routes = new StringBuilder();
        for (RouteDefinition route : tools.context.getRouteDefinitions()) {
            routes.append(PluginHelper.getModelToYAMLDumper(tools.context)
                    .dumpModelAsYaml(tools.context, route, true, true, true, true));
        }
        return endpoints + routes;
    }
}
