/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;

/** The route in YAML. */
class YamlRouteTest extends SyncFixture {

    @Test
    void it_brings_the_directory_to_Okta() throws Exception {
        assertThat(run(Map.of())).isTrue();

        assertThat(audit.state(directory.people())).isEmpty();
        assertThat(audit.writes()).hasSize(16);
    }

    @Test
    void the_guard_against_mass_changes_holds_it() throws Exception {
        assertThat(run(Map.of("sync.minSourceSize", String.valueOf(PEOPLE + 1))))
                .isFalse();

        assertThat(audit.writes()).isEmpty();
    }

    /** Runs it once, and says whether it came to its end. */
    private boolean run(Map<String, String> properties) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            RunningSync.prepare(context, target(properties));
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("classpath:directory-sync.camel.yaml"));
            // Told in this order: the failure is known when the end is.
            NotifyBuilder failed = new NotifyBuilder(context)
                    .fromRoute("directory-sync")
                    .whenFailed(1)
                    .create();
            NotifyBuilder done = new NotifyBuilder(context)
                    .fromRoute("directory-sync")
                    .whenDone(1)
                    .create();
            context.start();
            assertThat(done.matches(60, TimeUnit.SECONDS)).isTrue();
            return !failed.matches();
        }
    }
}
