/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference pages of the manual say what the tables and the catalog say. */
class ManualTest {
    private static final Path MANUAL = Path.of("..", "docs");

    @Test
    void the_page_of_operations_is_up_to_date() throws IOException {
        compare(MANUAL.resolve("operations.adoc"), OperationsPage.render());
    }

    @Test
    void the_page_of_options_is_up_to_date() throws IOException {
        compare(MANUAL.resolve("options.adoc"), OptionsPage.render());
    }

    @Test
    void the_page_for_Camels_site_is_up_to_date() throws IOException {
        Path page = Path.of("src", "main", "docs", "okta-users-component.adoc");
        compare(page, ComponentPage.render(Files.readString(page)));
    }

    private static void compare(Path file, String rendered) throws IOException {
        if (Boolean.getBoolean("manual.write")) {
            Files.writeString(file, rendered);
        }
        assertThat(file)
                .as("%s is stale: run the regenerate command of CONTRIBUTING.md and commit what it writes", file)
                .hasContent(rendered);
    }
}
