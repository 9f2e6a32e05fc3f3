/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference pages of the manual say what the tables and the catalog say, and all pages how many operations there are. */
class ManualTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FOR_CAMELS_SITE = Path.of("src", "main", "docs", "okta-users-component.adoc");
    private static final Pattern COUNT = Pattern.compile("(?i)(?<=\\b(the|all) )\\d+(?= operations\\b)");

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
}
