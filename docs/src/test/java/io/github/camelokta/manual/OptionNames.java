/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Properties of the component in a sample are options that it has, or that its starter adds. */
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
        List<String> names = new ArrayList<>();
        json(OptionNames.class.getResource("/META-INF/io/github/camelokta/users/okta-users.json"))
                .path("componentProperties")
                .fieldNames()
                .forEachRemaining(name -> names.add(plain(name)));
        for (URL metadata : Collections.list(
                OptionNames.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : json(metadata).path("properties")) {
                String name = property.path("name").asText();
                if (name.startsWith(PREFIX)) {
                    names.add(plain(name.substring(PREFIX.length())));
                }
            }
        }
        return names;
    }

    private static JsonNode json(URL resource) throws IOException {
        try (InputStream json = resource.openStream()) {
            return new ObjectMapper().readTree(json);
        }
    }

    /** {@code org-url}, {@code orgUrl} and {@code ORG_URL} are one option. */
    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
