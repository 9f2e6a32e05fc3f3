/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made from the tables and the catalog is up to date: reference pages, counts and lists of operations. */
class ManualTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FOR_CAMELS_SITE = Path.of("src", "main", "docs", "okta-users-component.adoc");
    private static final Pattern COUNT = Pattern.compile("(?i)(?<=\\b(the|all) )\\d+(?= operations\\b)");

    private static final Path ENDPOINT = Path.of("src/main/java/io/github/camelokta/users/OktaUsersEndpoint.java");
    private static final Path KAMELET = Path.of("src/main/resources/kamelets/okta-users-action.kamelet.yaml");
    private static final Pattern ENDPOINT_LIST = Pattern.compile("(?<=enums = )\"[^)]*\"");
    private static final Pattern KAMELET_LIST = Pattern.compile("(?<=\n        enum:\n)(          - \\w+\n)+");
    private static final int WIDTH = 85;

    static Stream<Path> pages() throws IOException {
        List<Path> readmes = List.of(
                ROOT.resolve("README.md"), ROOT.resolve("okta-users-simulator").resolve("README.md"), FOR_CAMELS_SITE);
        try (Stream<Path> chapters = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                    readmes.stream(), chapters.filter(file -> file.toString().endsWith(".adoc")).toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_count_of_operations_is_up_to_date(Path page) throws IOException {
        String count = String.valueOf(OktaUsersOperation.values().length);
        ManualPage.compare(page, COUNT.matcher(Files.readString(page)).replaceAll(count));
    }

    @Test
    void the_page_of_operations_is_up_to_date() throws IOException {
        ManualPage.compare("operations.adoc", OperationsPage.render());
    }

    @Test
    void the_page_of_options_is_up_to_date() throws IOException {
        ManualPage.compare("options.adoc", OptionsPage.render());
    }

    @Test
    void the_page_for_Camels_site_is_up_to_date() throws IOException {
        ManualPage.compare(FOR_CAMELS_SITE, ComponentPage.render(Files.readString(FOR_CAMELS_SITE)));
    }

    /** Camel wants the names in an annotation, where nothing can be computed. */
    @Test
    void the_endpoint_lists_the_operations() throws IOException {
        String source = Files.readString(ENDPOINT);
        ManualPage.compare(ENDPOINT, replaced(source, ENDPOINT_LIST, annotation(OperationName.all())));
    }

    @Test
    void the_kamelet_lists_the_operations() throws IOException {
        String names = OperationName.all().stream()
                .map(name -> "          - " + name + "\n")
                .collect(Collectors.joining());
        ManualPage.compare(KAMELET, replaced(Files.readString(KAMELET), KAMELET_LIST, names));
    }

    private static String replaced(String text, Pattern part, String by) {
        Matcher matcher = part.matcher(text);
        assertThat(matcher.find()).as("%s is in the text", part).isTrue();
        return text.substring(0, matcher.start()) + by + text.substring(matcher.end());
    }

    private static String annotation(List<String> names) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            if (line.length() + name.length() > WIDTH) {
                text.append('"').append(line).append("\"\n                    + ");
                line.setLength(0);
            }
            line.append(name).append(',');
        }
        line.setLength(line.length() - 1);
        return text.append('"').append(line).append('"').toString();
    }
}
