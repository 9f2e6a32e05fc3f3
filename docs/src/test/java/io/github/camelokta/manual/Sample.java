/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import java.nio.file.Path;

/**
 * A piece of code on a page.
 *
 * @param source the page, relative to the project's root
 * @param line where the code begins
 * @param language as the page says it, such as {@code java}
 */
record Sample(Path source, int line, String language, String text) {

    @Override
    public String toString() {
        return source + ":" + line + " " + language;
    }
}
