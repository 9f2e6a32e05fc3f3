/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** What Camel's catalog says of the component's options, and what Spring Boot's metadata says of ours. */
final class Catalog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Catalog() {}

    /** The component's options by name, in the order of the catalog. */
    static Map<String, JsonNode> options() throws IOException {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        JSON.readTree(Catalog.class.getResource("/META-INF/io/github/camelokta/users/okta-users.json"))
                .get("componentProperties")
                .properties()
                .forEach(option -> options.put(option.getKey(), option.getValue()));
        return options;
    }

    /** Our entries under {@code properties} or {@code hints} of the metadata, by name without the prefix. */
    static Map<String, JsonNode> metadata(String section) throws IOException {
        Map<String, JsonNode> entries = new TreeMap<>();
        String prefix = OktaUsersComponentConfiguration.PREFIX + ".";
        for (URL file : Collections.list(
                Catalog.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode entry : JSON.readTree(file).path(section)) {
                String name = entry.get("name").asText();
                if (name.startsWith(prefix)) {
                    entries.put(name.substring(prefix.length()), entry);
                }
            }
        }
        return entries;
    }

    /** An option's name as people write it in properties files. */
    static String kebab(String option) {
        return DataObjectPropertyName.toDashedForm(option);
    }
}
