/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.convert.DurationStyle;

/** The starter's options are the component's: none is missing, none is left over, and each says the same. */
class ConfigurationMetadataTest {
    private static final List<String> FROM_CAMEL = List.of("customizer", "enabled");
    private static final String OWN = "sslBundle";

    static Stream<String> options() throws IOException {
        return Catalog.options().keySet().stream();
    }

    @Test
    void the_class_has_exactly_the_options_of_the_catalog() throws IOException {
        assertThat(Arrays.stream(BeanUtils.getPropertyDescriptors(OktaUsersComponentConfiguration.class))
                        .map(PropertyDescriptor::getName)
                        .filter(name -> !name.equals("class") && !name.equals(OWN) && !FROM_CAMEL.contains(name)))
                .containsExactlyInAnyOrderElementsOf(Catalog.options().keySet());
    }

    @Test
    void the_metadata_have_exactly_the_options_of_the_catalog_the_two_switches_and_the_ssl_bundle() throws IOException {
        Stream<String> expected = Stream.concat(
                options().map(Catalog::kebab), Stream.of("enabled", "customizer.enabled", Catalog.kebab(OWN)));

        assertThat(Catalog.metadata("properties").keySet()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @ParameterizedTest
    @MethodSource("options")
    void an_option_is_described_as_in_the_catalog(String name) throws IOException {
        JsonNode option = Catalog.options().get(name);
        JsonNode property = Catalog.metadata("properties").get(Catalog.kebab(name));

        assertThat(property.path("description").asText())
                .isEqualTo(option.get("description").asText());
        assertThat(property.path("type").asText()).isEqualTo(typeOf(option));
        assertThat(property.path("deprecated").asBoolean())
                .isEqualTo(option.get("deprecated").asBoolean());
        assertThat(defaultOf(option, property)).isEqualTo(defaultOf(option, option));
    }

    @ParameterizedTest
    @MethodSource("options")
    void an_option_without_a_free_value_has_a_hint_for_editors(String name) throws IOException {
        JsonNode option = Catalog.options().get(name);
        JsonNode hint = Catalog.metadata("hints").get(Catalog.kebab(name));

        switch (option.get("type").asText()) {
            case "object" ->
                assertThat(hint.at("/providers/0/parameters/target")).isEqualTo(option.get("javaType"));
            case "enum" ->
                assertThat(hint.get("values").findValues("value")).containsExactlyElementsOf(option.get("enum"));
            default -> assertThat(hint).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void an_option_that_nobody_sets_is_null_so_that_it_overrides_nothing(String name) {
        assertThat(new BeanWrapperImpl(new OktaUsersComponentConfiguration()).getPropertyValue(name))
                .isNull();
    }

    @Test
    void the_two_switches_are_described_and_on_by_default() throws IOException {
        Map<String, JsonNode> properties = Catalog.metadata("properties");

        for (String name : List.of("enabled", "customizer.enabled")) {
            assertThat(properties.get(name).path("description").asText()).isNotBlank();
            assertThat(properties.get(name).path("defaultValue").asBoolean()).isTrue();
        }
    }

    @Test
    void the_ssl_bundle_is_described() throws IOException {
        assertThat(Catalog.metadata("properties")
                        .get(Catalog.kebab(OWN))
                        .path("description")
                        .asText())
                .contains("spring.ssl.bundle");
    }

    /** Objects are given as text, since a properties file can only name them. */
    private static String typeOf(JsonNode option) {
        return switch (option.get("type").asText()) {
            case "duration" -> "java.time.Duration";
            case "object" -> "java.lang.String";
            default ->
                switch (option.get("javaType").asText()) {
                    case "boolean" -> "java.lang.Boolean";
                    case "int" -> "java.lang.Integer";
                    case "long" -> "java.lang.Long";
                    default -> option.get("javaType").asText();
                };
        };
    }

    /** Milliseconds in the catalog are 10s in the metadata. */
    private static Object defaultOf(JsonNode option, JsonNode owner) {
        JsonNode value = owner.path("defaultValue");
        boolean isDuration = option.get("type").asText().equals("duration");
        return isDuration && !value.isMissingNode() ? DurationStyle.detectAndParse(value.asText()) : value;
    }
}
