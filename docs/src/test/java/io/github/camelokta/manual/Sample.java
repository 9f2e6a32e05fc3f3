/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A piece of code on a page.
 *
 * @param source the page, relative to the project's root
 * @param line where the code begins
 * @param language as the page says it, such as {@code java}
 * @param origin the file that the code is a piece of, and that is tried where it lies; empty if only the page has it
 */
record Sample(Path source, int line, String language, String text, Optional<Path> origin) {

    @Override
    public String toString() {
        return source + ":" + line + " " + language;
    }
}
