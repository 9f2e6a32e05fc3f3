/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference pages of the manual say what the tables and the catalog say. */
class ManualTest {
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
        Path page = Path.of("src", "main", "docs", "okta-users-component.adoc");
        ManualPage.compare(page, ComponentPage.render(Files.readString(page)));
    }
}
