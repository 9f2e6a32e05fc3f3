/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.examples.demo.UsageException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void the_real_one_is_what_the_environment_names() {
        Target target = Target.real(Map.of(
                "OKTA_CLIENT_ORGURL", "https://acme.okta.com",
                "OKTA_CLIENT_TOKEN", "00secret",
                "DATABASE_URL", "jdbc:postgresql://db/hr?password=hidden",
                "DATABASE_USERNAME", "hr",
                "DATABASE_PASSWORD", "secret"));

        assertThat(target.line()).isEqualTo("Okta: https://acme.okta.com, database: jdbc:postgresql://db/hr");
        assertThat(target.database())
                .isEqualTo(new Database("jdbc:postgresql://db/hr?password=hidden", "hr", "secret"));
        assertThat(target.okta()).containsEntry("OKTA_CLIENT_TOKEN", "00secret");
        assertThat(target.toString()).doesNotContain("secret").doesNotContain("hidden");
    }

    @Test
    void without_a_database_it_is_a_file_here() {
        Target target = Target.real(Map.of(
                "OKTA_CLIENT_ORGURL", "https://acme.okta.com", "OKTA_CLIENT_TOKEN", "00secret", "DATABASE_URL", " "));

        assertThat(target.line())
                .isEqualTo("Okta: https://acme.okta.com, database: jdbc:h2:file:"
                        + Path.of("okta-users").toAbsolutePath());
    }

    @Test
    void a_service_app_will_do_instead_of_a_token() {
        Map<String, String> environment = Map.of(
                "OKTA_CLIENT_ORGURL", "https://acme.okta.com",
                "OKTA_CLIENT_CLIENTID", "0oa1",
                "OKTA_CLIENT_PRIVATEKEY", "file:key.pem");

        assertThat(Target.real(environment).okta()).isEqualTo(environment);
    }

    @Test
    void all_that_is_missing_is_named_in_one_sentence() {
        assertThatThrownBy(() -> Target.real(Map.of("OKTA_CLIENT_CLIENTID", "0oa1", "OKTA_CLIENT_ORGURL", " ")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--real needs OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN (or OKTA_CLIENT_CLIENTID with"
                        + " OKTA_CLIENT_PRIVATEKEY) in the environment; nothing was started.");
    }

    @Test
    void the_simulated_one_holds_the_simulated_ones_and_nothing_else() {
        Target target = Target.simulated("http://127.0.0.1:2", "00simulated", Path.of("/tmp/x"));

        assertThat(target.line())
                .isEqualTo("Okta: simulated org at http://127.0.0.1:2, database: jdbc:h2:file:/tmp/x/okta-users");
        assertThat(target.okta())
                .isEqualTo(Map.of("OKTA_CLIENT_ORGURL", "http://127.0.0.1:2", "OKTA_CLIENT_TOKEN", "00simulated"));
    }
}
