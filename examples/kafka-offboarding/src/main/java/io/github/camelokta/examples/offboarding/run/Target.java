/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Kafka and the org to work on.
 *
 * @param line the first line that is printed
 * @param properties what the application is configured with; wins over everything that is configured elsewhere
 */
record Target(String line, Map<String, Object> properties) {
    private static final String KAFKA = "KAFKA_BROKERS";
    private static final String ORG = "OKTA_CLIENT_ORGURL";
    private static final String TOKEN = "OKTA_CLIENT_TOKEN";
    private static final String CLIENT = "OKTA_CLIENT_CLIENTID";
    private static final String KEY = "OKTA_CLIENT_PRIVATEKEY";
    private static final Map<String, String> OPTIONS = Map.of(
            ORG,
            "org-url",
            TOKEN,
            "token",
            CLIENT,
            "oauth-client-id",
            KEY,
            "private-key",
            "OKTA_CLIENT_SCOPES",
            "oauth-scopes",
            "OKTA_CLIENT_KID",
            "oauth-key-id");

    /** The simulated ones. Nothing of the environment gets in. */
    static Target simulated(String brokers, String orgUrl, String token) {
        return new Target(
                "Okta: simulated org at " + orgUrl + ", Kafka: embedded broker " + brokers,
                properties(brokers, Map.of(ORG, orgUrl, TOKEN, token)));
    }

    /**
     * Those that the environment names.
     *
     * @throws UsageException if it names too few
     */
    static Target real(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(KAFKA, ORG)) {
            if (!isSet(environment, name)) {
                missing.add(name);
            }
        }
        if (!isSet(environment, TOKEN) && !(isSet(environment, CLIENT) && isSet(environment, KEY))) {
            missing.add(TOKEN + " (or " + CLIENT + " with " + KEY + ")");
        }
        if (!missing.isEmpty()) {
            throw new UsageException(
                    "--real needs " + String.join(" and ", missing) + " in the environment; nothing was started.");
        }
        return new Target(
                "Okta: " + environment.get(ORG) + ", Kafka: " + environment.get(KAFKA),
                properties(environment.get(KAFKA), environment));
    }

    private static Map<String, Object> properties(String brokers, Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("camel.component.kafka.brokers", brokers);
        // Without it the options below would be passed over, and the component would look into the environment itself.
        properties.put("camel.component.customizer.enabled", true);
        properties.put("camel.component.okta-users.customizer.enabled", true);
        OPTIONS.forEach((name, option) -> {
            if (isSet(environment, name)) {
                properties.put("camel.component.okta-users." + option, environment.get(name));
            }
        });
        return properties;
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value != null && !value.isBlank();
    }

    /** Without the properties, which hold credentials. */
    @Override
    public String toString() {
        return line;
    }
}
