/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The route in YAML, in a context of its own at each run. */
@ExtendWith(OktaSimulatorExtension.class)
class ChangesToFileTest {
    @TempDir
    Path directory;

    @Test
    void the_second_run_delivers_nothing_and_a_third_after_one_change_one(OktaSimulator okta) throws Exception {
        for (int i = 0; i < 5; i++) {
            okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
        }

        assertThat(run(okta)).hasSize(5);
        assertThat(run(okta)).isEmpty();
        okta.users().get(2).change("city", "Oslo");
        assertThat(run(okta))
                .hasSize(1)
                .first()
                .asString()
                .contains(okta.users().get(2).id(), "Oslo");
    }

    /** Runs it for three polls, and returns what it added. */
    private List<String> run(OktaSimulator okta) throws Exception {
        int before = lines().size();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            OktaUsersComponent component = new OktaUsersComponent(null, name -> null);
            component.getConfiguration().setOrgUrl(okta.orgUrl());
            component.getConfiguration().setToken(okta.token());
            context.addComponent("okta-users", component);
            Properties properties = new Properties();
            properties.setProperty("export.directory", directory.toString());
            properties.setProperty("export.delay", "50");
            context.getPropertiesComponent().setOverrideProperties(properties);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("classpath:changes-to-file.camel.yaml"));
            long asked = okta.requests().count();
            context.start();
            // The first query of a third poll is sent when the second one has ended; each may take several.
            await().atMost(Duration.ofSeconds(60)).until(() -> okta.requests().count() >= asked + 6);
        }
        List<String> after = lines();
        return after.subList(before, after.size());
    }

    private List<String> lines() throws IOException {
        Path file = directory.resolve("users.jsonl");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
