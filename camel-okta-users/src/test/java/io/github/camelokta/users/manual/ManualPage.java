/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the manual that is rendered by a test. */
public final class ManualPage {
    private static final Path MANUAL = Path.of("..", "docs");

    private ManualPage() {}

    /** Fails if the committed page says something else; with {@code -Dmanual.write=true} it is written first. */
    public static void compare(String page, String rendered) throws IOException {
        compare(MANUAL.resolve(page), rendered);
    }

    static void compare(Path file, String rendered) throws IOException {
        if (Boolean.getBoolean("manual.write")) {
            Files.writeString(file, rendered);
        }
        assertThat(file)
                .as("%s is stale: run the regenerate command of CONTRIBUTING.md and commit what it writes", file)
                .hasContent(rendered);
    }
}
