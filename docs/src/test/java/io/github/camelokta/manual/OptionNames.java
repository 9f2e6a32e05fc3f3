/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Properties of the component in a sample are options that it has. */
final class OptionNames {
    private static final String PREFIX = "camel.component.okta-users.";

    private OptionNames() {}

    static void check(Sample sample) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(sample.text()));
        List<String> known = known();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                assertThat(known).as(sample.toString()).contains(plain(name.substring(PREFIX.length())));
            }
        }
    }

    private static List<String> known() throws IOException {
        try (InputStream json =
                OptionNames.class.getResourceAsStream("/META-INF/io/github/camelokta/users/okta-users.json")) {
            JsonNode options = new ObjectMapper().readTree(json).path("componentProperties");
            List<String> names = new ArrayList<>(List.of("enabled"));
            options.fieldNames().forEachRemaining(name -> names.add(plain(name)));
            return names;
        }
    }

    /** {@code org-url}, {@code orgUrl} and {@code ORG_URL} are one option. */
    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
