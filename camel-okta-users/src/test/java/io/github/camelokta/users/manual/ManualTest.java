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
        compare("operations.adoc", OperationsPage.render());
    }

    @Test
    void the_page_of_options_is_up_to_date() throws IOException {
        compare("options.adoc", OptionsPage.render());
    }

    private static void compare(String page, String rendered) throws IOException {
        Path file = MANUAL.resolve(page);
        if (Boolean.getBoolean("manual.write")) {
            Files.writeString(file, rendered);
        }
        assertThat(file)
                .as("docs/%s is stale: run the regenerate command of CONTRIBUTING.md and commit what it writes", page)
                .hasContent(rendered);
    }
}
