/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the starter's generated files from the component's options in Camel's catalog, in the catalog's order. */
final class StarterSources {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE = 112;
    private static final String HEAD = """
            /* SPDX-License-Identifier: Apache-2.0 */
            package io.github.camelokta.users.springboot;

            import java.time.Duration;
            import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;

            /**
             * The component's options in Camel's catalog, from which this class is generated.
             *
             * <p>An option that is not set stays null here and is left as it is on the component; the defaults that an editor shows stand
             * in {@code additional-spring-configuration-metadata.json}. An option that takes an object names a bean ({@code #bean:name}).
             */
            public abstract class OktaUsersComponentOptions extends ComponentConfigurationPropertiesCommon {
            """;

    private final Map<String, JsonNode> options;

    StarterSources(Map<String, JsonNode> options) {
        this.options = options;
    }

    /** {@code OktaUsersComponentOptions.java}. */
    String javaClass() {
        return options.entrySet().stream()
                        .map(option -> field(option.getKey(), option.getValue()))
                        .collect(Collectors.joining("\n", HEAD, "\n"))
                + options.entrySet().stream()
                        .map(option -> accessors(option.getKey(), typeOf(option.getValue())))
                        .collect(Collectors.joining("\n", "", "}\n"));
    }

    private static String field(String name, JsonNode option) {
        return "    /**\n" + wrapped(text(option, "description")) + "     */\n    private "
                + typeOf(option).getSimpleName() + " " + name + ";\n";
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > LINE) {
                lines.append("     *").append(line).append('\n');
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        return lines.append("     *").append(line).append('\n').toString();
    }

    private static String accessors(String name, Class<?> type) {
        return """
                    public %1$s get%3$s() {
                        return %2$s;
                    }

                    public void set%3$s(%1$s %2$s) {
                        this.%2$s = %2$s;
                    }
                """.formatted(type.getSimpleName(), name, Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    /** {@code additional-spring-configuration-metadata.json}: the defaults, and what editors offer for objects and enums. */
    String metadata() throws IOException {
        ArrayNode properties = JSON.createArrayNode()
                .add(property("enabled", Boolean.class)
                        .put("description", "Whether the component takes options from Spring Boot's properties at all.")
                        .put("defaultValue", true))
                .add(property("customizer.enabled", Boolean.class)
                        .put("description", "Whether these options are set on the component okta-users.")
                        .put("defaultValue", true));
        ArrayNode hints = JSON.createArrayNode();
        options.forEach((name, option) -> {
            if (option.has("defaultValue")) {
                properties.add(property(Catalog.kebab(name), typeOf(option)).set("defaultValue", defaultOf(option)));
            }
            if (text(option, "type").equals("object")) {
                hints.add(beanReference(Catalog.kebab(name), text(option, "javaType")));
            } else if (option.has("enum")) {
                hints.add(choice(Catalog.kebab(name), option.get("enum")));
            }
        });
        return "{\n  \"properties\": " + lines(properties) + ",\n  \"hints\": " + lines(hints) + "\n}\n";
    }

    private static ObjectNode property(String name, Class<?> type) {
        return named(name).put("type", type.getName());
    }

    private static ObjectNode named(String name) {
        return JSON.createObjectNode().put("name", OktaUsersComponentConfiguration.PREFIX + "." + name);
    }

    private static ObjectNode beanReference(String name, String type) {
        ObjectNode hint = named(name);
        hint.putArray("providers")
                .addObject()
                .put("name", "spring-bean-reference")
                .putObject("parameters")
                .put("target", type);
        return hint;
    }

    private static ObjectNode choice(String name, JsonNode values) {
        ObjectNode hint = named(name);
        ArrayNode choices = hint.putArray("values");
        values.forEach(value -> choices.addObject().set("value", value));
        return hint;
    }

    /** An entry per line, so that a change shows as the line that it is. */
    private static String lines(ArrayNode entries) throws JsonProcessingException {
        StringBuilder lines = new StringBuilder("[");
        for (JsonNode entry : entries) {
            lines.append(lines.length() == 1 ? "\n    " : ",\n    ").append(JSON.writeValueAsString(entry));
        }
        return lines.append("\n  ]").toString();
    }

    /** Objects are given as text, since a properties file can only name them. */
    private static Class<?> typeOf(JsonNode option) {
        return switch (text(option, "type")) {
            case "duration" -> Duration.class;
            case "boolean" -> Boolean.class;
            case "integer" -> text(option, "javaType").equals("long") ? Long.class : Integer.class;
            case "object", "enum", "string" -> String.class;
            default -> throw new IllegalStateException("An option of a new type: " + option);
        };
    }

    /** Milliseconds in the catalog are {@code 10s} for Spring Boot. */
    private static JsonNode defaultOf(JsonNode option) {
        JsonNode value = option.get("defaultValue");
        if (typeOf(option) != Duration.class) {
            return value;
        }
        Duration time = Duration.ofMillis(value.asLong());
        if (time.toMillisPart() != 0) {
            return JSON.getNodeFactory().textNode(time.toMillis() + "ms");
        }
        return JSON.getNodeFactory()
                .textNode(time.toSecondsPart() == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s");
    }

    private static String text(JsonNode option, String key) {
        return option.path(key).asText();
    }
}
