/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.support.LogCapture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A kamelet's token is looked for in every log and in what Camel shows of routes and endpoints. */
@ExtendWith(OktaSimulatorExtension.class)
class KameletSecretTest {
    /** Below INFO Camel logs what a placeholder stands for, and a kamelet's properties are placeholders. */
    private static boolean isOfPlaceholder(String line) {
        return line.matches("(?s)(DEBUG|TRACE) org\\.apache\\.camel\\.component\\.properties\\..*")
                || line.matches("DEBUG org\\S+\\.DefaultCamelContextExtension Resolved text: \\{\\{\\?token}} -> .*");
    }

    @Test
    void a_secret_shows_nowhere(OktaSimulator okta) throws Exception {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        try (LogCapture log = new LogCapture();
                ToolFixture tools = ToolFixture.ofKamelets(okta).start(ToolFixture.sink())) {
            run(tools);
            assertThat(log.lines().stream().filter(line -> line.contains(okta.token())))
                    .allMatch(KameletSecretTest::isOfPlaceholder);
            assertThat(shown(tools)).doesNotContain(okta.token());
        }
    }

    @Test
    void a_secret_in_a_file_is_in_no_log_at_all(OktaSimulator okta, @TempDir Path directory) throws Exception {
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        Path token = Files.writeString(directory.resolve("token"), okta.token());
        try (LogCapture log = new LogCapture();
                ToolFixture tools = ToolFixture.ofKamelets(okta)) {
            for (String kamelet : ToolFixture.KAMELETS) {
                tools.property("camel.kamelet." + kamelet + ".token", "file:" + token);
            }
            run(tools.start(ToolFixture.sink()));
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
