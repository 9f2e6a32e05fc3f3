/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.demo.RealEnvironment;
import java.util.HashMap;
import java.util.Map;

/**
 * The Kafka and the org to work on.
 *
 * @param line the first line that is printed
 * @param properties what the application is configured with; wins over everything that is configured elsewhere
 */
record Target(String line, Map<String, Object> properties) {
    private static final String KAFKA = "KAFKA_BROKERS";
    private static final Map<String, String> OPTIONS = Map.of(
            RealEnvironment.ORG,
            "org-url",
            RealEnvironment.TOKEN,
            "token",
            RealEnvironment.CLIENT,
            "oauth-client-id",
            RealEnvironment.KEY,
            "private-key",
            "OKTA_CLIENT_SCOPES",
            "oauth-scopes",
            "OKTA_CLIENT_KID",
            "oauth-key-id");

    /** The simulated ones. Nothing of the environment gets in. */
    static Target simulated(String brokers, String orgUrl, String token) {
        return new Target(
                "Okta: simulated org at " + orgUrl + ", Kafka: embedded broker " + brokers,
                properties(brokers, new RealEnvironment(RealEnvironment.simulated(orgUrl, token))));
    }

    /**
     * Those that the environment names.
     *
     * @throws io.github.camelokta.examples.demo.UsageException if it names too few
     */
    static Target real(Map<String, String> environment) {
        RealEnvironment real = new RealEnvironment(environment);
        String brokers = real.required(KAFKA, "the brokers, as kafka:9092");
        String org = real.org();
        real.check();
        return new Target("Okta: " + org + ", Kafka: " + brokers, properties(brokers, real));
    }

    private static Map<String, Object> properties(String brokers, RealEnvironment environment) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("camel.component.kafka.brokers", brokers);
        // Without it the options below would be passed over, and the component would look into the environment itself.
        properties.put("camel.component.customizer.enabled", true);
        properties.put("camel.component.okta-users.customizer.enabled", true);
        OPTIONS.forEach((name, option) -> {
            if (environment.isSet(name)) {
                properties.put(
                        "camel.component.okta-users." + option,
                        environment.variables().get(name));
            }
        });
        return properties;
    }

    /** Without the properties, which hold credentials. */
    @Override
    public String toString() {
        return line;
    }
}
