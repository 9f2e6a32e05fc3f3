/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import java.io.IOException;
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
}
