/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills the generated parts of the page that Camel's own site expects of a component; the text between them is kept. */
final class ComponentPage {
    private static final List<String> TITLES = List.of("Name", "Description", "Default", "Type");

    private ComponentPage() {}

    static String render(String page) throws IOException {
        JsonNode catalog = OptionsPage.catalog();
        String filled = fill(page, "header", header(catalog.path("component")));
        filled = fill(filled, "component options", options(catalog.path("componentProperties")));
        filled = fill(filled, "endpoint options", options(catalog.path("properties")));
        filled = fill(filled, "headers", headers(catalog.path("headers")));
        return fill(filled, "operations", operations());
    }

    private static String header(JsonNode component) {
        return "= " + component.path("title").asText() + " Component\n"
                + ":doctitle: " + component.path("title").asText() + "\n"
                + ":shortname: " + component.path("scheme").asText() + "\n"
                + ":artifactid: " + component.path("artifactId").asText() + "\n"
                + ":description: " + component.path("description").asText() + "\n"
                + ":since: " + component.path("firstVersion").asText() + "\n"
                + ":supportlevel: " + component.path("supportLevel").asText() + "\n"
                + ":tabs-sync-option:\n"
                + ":component-header: Both producer and consumer are supported\n"
                + "//Manually maintained attributes\n"
                + ":camel-spring-boot-name: " + component.path("scheme").asText() + "\n";
    }

    private static String options(JsonNode options) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            JsonNode of = option.getValue();
            rows.add(List.of(
                    "*" + option.getKey() + "* (" + of.path("group").asText("common") + ")",
                    (of.path("required").asBoolean() ? "*Required* " : "") + OptionsPage.text(of),
                    of.path("defaultValue").asText(""),
                    OptionsPage.type(of)));
        }
        return table(TITLES, rows);
    }

    private static String headers(JsonNode headers) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            rows.add(List.of(
                    "*" + header.getKey() + "* ("
                            + header.getValue().path("group").asText("common") + ")",
                    OptionsPage.text(header.getValue()),
                    "",
                    header.getValue().path("javaType").asText()));
        }
        return table(TITLES, rows);
    }

    private static String operations() {
        return table(
                List.of("Operation", "Description", "Body", "Result"),
                Stream.of(OktaUsersOperation.values())
                        .map(operation -> List.of(
                                "*" + operation + "*",
                                operation.description(),
                                operation.body().orElse(""),
                                operation.resultType().orElse("")))
                        .toList());
    }

    private static String table(List<String> titles, List<List<String>> rows) {
        return Table.of("2,5,1,2", titles, rows);
    }

    private static String fill(String page, String part, String text) {
        String start = "// " + part + ": START\n";
        String end = "// " + part + ": END\n";
        return Pattern.compile(Pattern.quote(start) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(page)
                .replaceFirst(Matcher.quoteReplacement(start + text + end));
    }
}
