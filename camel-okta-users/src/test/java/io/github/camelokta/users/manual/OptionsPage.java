/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.operation.OperationParam;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders the manual's reference of options and headers from the catalog's JSON. */
final class OptionsPage {
    private static final String HEAD = """
            // Generated from the catalog JSON: change the annotations and Javadoc of the options, then run the regenerate command.
            = Options and headers
            :toc: right

            Durations are milliseconds, or a text such as `10s`. In Spring Boot the options of the component are written
            `camel.component.okta-users.connect-timeout`.
            """;

    private OptionsPage() {}

    static String render() throws IOException {
        JsonNode catalog = catalog();
        List<String> parameters =
                Stream.of(OperationParam.values()).map(Enum::name).toList();
        return HEAD
                + "\n== Options of the component\n\n" + options(catalog.path("componentProperties"), List.of())
                + "\n== Options of the endpoint\n\n`okta-users:operation[?options]`; besides these, each parameter of the"
                + " operations is an option, see xref:operations.adoc#_parameters[the operations].\n\n"
                + options(catalog.path("properties"), parameters)
                + "\n== Headers\n\n" + headers(catalog.path("headers"), parameters);
    }

    static JsonNode catalog() throws IOException {
        try (InputStream json =
                OptionsPage.class.getResourceAsStream("/META-INF/io/github/camelokta/users/okta-users.json")) {
            return new ObjectMapper().readTree(json);
        }
    }

    private static String options(JsonNode options, List<String> left) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            if (!left.contains(option.getKey()) && !option.getKey().equals("operation")) {
                rows.add(List.of(
                        "`" + option.getKey() + "`",
                        type(option.getValue()),
                        value(option.getValue(), "defaultValue"),
                        text(option.getValue())));
            }
        }
        return Table.of("2,2,1,6", List.of("Option", "Type", "Default", "Meaning"), rows);
    }

    private static String headers(JsonNode headers, List<String> parameters) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            String parameter = header.getKey().substring("CamelOktaUsers".length());
            if (parameters.stream().noneMatch(parameter::equalsIgnoreCase)) {
                rows.add(List.of(
                        "`" + header.getKey() + "`", value(header.getValue(), "javaType"), text(header.getValue())));
            }
        }
        return Table.of("3,1,6", List.of("Header", "Type", "Meaning"), rows);
    }

    static String type(JsonNode option) {
        if (option.path("type").asText().equals("enum")) {
            List<String> values = new ArrayList<>();
            option.path("enum").forEach(value -> values.add("`" + value.asText() + "`"));
            return String.join(", ", values);
        }
        String name = option.path("javaType").asText();
        return name.substring(name.lastIndexOf('.') + 1)
                + (option.path("secret").asBoolean() ? ", secret" : "");
    }

    private static String value(JsonNode node, String field) {
        return node.hasNonNull(field) && !node.path(field).asText().isEmpty()
                ? "`" + node.path(field).asText() + "`"
                : "";
    }

    static String text(JsonNode node) {
        return node.path("description").asText();
    }
}
