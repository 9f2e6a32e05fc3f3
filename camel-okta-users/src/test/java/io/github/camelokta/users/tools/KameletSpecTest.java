/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The kamelets say what the catalog says, and use what they declare. */
class KameletSpecTest {
    private static final String SOURCE = "okta-users-source";
    private static final String ACTION = "okta-users-action";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)}}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {SOURCE, ACTION})
    void a_kamelet_is_of_its_kind(String name) throws IOException {
        JsonNode kamelet = kamelet(name);
        assertThat(kamelet.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.path("kind").asText()).isEqualTo("Kamelet");
        assertThat(kamelet.at("/metadata/name").asText()).isEqualTo(name);
        assertThat(name)
                .endsWith("-"
                        + kamelet.at("/metadata/labels")
                                .path("camel.apache.org/kamelet.type")
                                .asText());
        assertThat(kamelet.at("/metadata/annotations").toString()).doesNotContain("${");
        assertThat(kamelet.at("/spec/dependencies").get(0).asText())
                .matches("mvn:io\\.github\\.camelokta:camel-okta-users:\\d.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE, ACTION})
    void every_property_is_described_and_used(String name) throws IOException {
        JsonNode kamelet = kamelet(name);
        Set<String> declared = new TreeSet<>();
        for (var property : kamelet.at("/spec/definition/properties").properties()) {
            declared.add(property.getKey());
            for (String field : List.of("title", "description", "type")) {
                assertThat(property.getValue().path(field).asText())
                        .as(property.getKey() + " " + field)
                        .isNotBlank();
            }
        }
        Set<String> used = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(kamelet.at("/spec/template").toString());
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        used.remove("okta");
        assertThat(used).isEqualTo(declared);
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE, ACTION})
    void options_exist_and_secrets_are_passwords(String name) throws IOException {
        JsonNode kamelet = kamelet(name);
        JsonNode options = catalog().path("properties");
        for (var property : kamelet.at("/spec/definition/properties").properties()) {
            boolean secret = options.path(property.getKey()).path("secret").asBoolean();
            assertThat(property.getValue().path("format").asText())
                    .as(property.getKey())
                    .isEqualTo(secret ? "password" : "");
        }
        for (JsonNode parameters : kamelet.at("/spec/template").findValues("parameters")) {
            assertThat(parameters.fieldNames()).toIterable().allMatch(options::has);
        }
        for (JsonNode bean : kamelet.at("/spec/template/beans")) {
            assertThat(bean.path("properties").fieldNames())
                    .toIterable()
                    .allMatch(catalog().path("componentProperties")::has);
        }
    }

    @Test
    void the_action_offers_every_operation() throws IOException {
        assertThat(kamelet(ACTION).at("/spec/definition/properties/operation/enum"))
                .as("list in okta-users-action.kamelet.yaml the operations that OktaUsersEndpoint lists")
                .isEqualTo(catalog().at("/properties/operation/enum"));
    }

    @Test
    void choices_are_those_of_the_catalog() throws IOException {
        List<String> unlike = new ArrayList<>();
        for (String name : List.of(SOURCE, ACTION)) {
            for (var property : kamelet(name).at("/spec/definition/properties").properties()) {
                JsonNode known = catalog().at("/properties/" + property.getKey() + "/enum");
                for (JsonNode choice : property.getValue().path("enum")) {
                    if (!known.toString().contains(choice.toString())) {
                        unlike.add(name + " " + property.getKey() + " " + choice);
                    }
                }
            }
        }
        assertThat(unlike).isEmpty();
    }

    private static JsonNode kamelet(String name) throws IOException {
        Object yaml =
                new Load(LoadSettings.builder().build()).loadFromString(text("/kamelets/" + name + ".kamelet.yaml"));
        return MAPPER.valueToTree(yaml);
    }

    private static JsonNode catalog() throws IOException {
        return MAPPER.readTree(text("/META-INF/io/github/camelokta/users/okta-users.json"));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = KameletSpecTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
