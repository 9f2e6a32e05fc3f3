/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.examples.demo.UsageException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void the_real_one_is_what_the_environment_names() {
        Target target = Target.real(Map.of(
                "KAFKA_BROKERS", "kafka:9092",
                "OKTA_CLIENT_ORGURL", "https://acme.okta.com",
                "OKTA_CLIENT_TOKEN", "00secret"));

        assertThat(target.line()).isEqualTo("Okta: https://acme.okta.com, Kafka: kafka:9092");
        assertThat(target.properties())
                .containsEntry("camel.component.kafka.brokers", "kafka:9092")
                .containsEntry("camel.component.okta-users.org-url", "https://acme.okta.com")
                .containsEntry("camel.component.okta-users.token", "00secret");
        assertThat(target.toString()).doesNotContain("00secret");
    }

    @Test
    void a_service_app_will_do_instead_of_a_token() {
        Target target = Target.real(Map.of(
                "KAFKA_BROKERS", "kafka:9092",
                "OKTA_CLIENT_ORGURL", "https://acme.okta.com",
                "OKTA_CLIENT_CLIENTID", "0oa1",
                "OKTA_CLIENT_PRIVATEKEY", "file:key.pem",
                "OKTA_CLIENT_KID", "k1",
                "OKTA_CLIENT_SCOPES", "okta.users.manage"));

        assertThat(target.properties())
                .containsEntry("camel.component.okta-users.oauth-client-id", "0oa1")
                .containsEntry("camel.component.okta-users.private-key", "file:key.pem")
                .containsEntry("camel.component.okta-users.oauth-key-id", "k1")
                .containsEntry("camel.component.okta-users.oauth-scopes", "okta.users.manage")
                .doesNotContainKey("camel.component.okta-users.token");
    }

    @Test
    void all_that_is_missing_is_named_in_one_sentence() {
        assertThatThrownBy(() -> Target.real(Map.of("OKTA_CLIENT_CLIENTID", "0oa1", "OKTA_CLIENT_ORGURL", " ")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--real needs KAFKA_BROKERS and OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN (or"
                                + " OKTA_CLIENT_CLIENTID with OKTA_CLIENT_PRIVATEKEY) in the environment; nothing was started.");
    }

    @Test
    void the_simulated_one_holds_the_simulated_ones_and_nothing_else() {
        Target target = Target.simulated("localhost:1", "http://127.0.0.1:2", "00simulated");

        assertThat(target.line())
                .isEqualTo("Okta: simulated org at http://127.0.0.1:2, Kafka: embedded broker localhost:1");
        assertThat(target.properties())
                .containsOnly(
                        Map.entry("camel.component.kafka.brokers", "localhost:1"),
                        Map.entry("camel.component.customizer.enabled", true),
                        Map.entry("camel.component.okta-users.customizer.enabled", true),
                        Map.entry("camel.component.okta-users.org-url", "http://127.0.0.1:2"),
                        Map.entry("camel.component.okta-users.token", "00simulated"));
    }
}
