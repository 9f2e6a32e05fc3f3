/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names as {@code file:/path} and that holds a secret. */
final class SecretFile {
    private static final String PREFIX = "file:";

    private final String option;
    private final Path path;

    private SecretFile(String option, Path path) {
        this.option = option;
        this.path = path;
    }

    /** The file that the option's value names; null if it names none. */
    static SecretFile namedBy(String option, String given) {
        return given.startsWith(PREFIX)
                ? new SecretFile(option, Path.of(withoutSlashes(given.substring(PREFIX.length()))))
                : null;
    }

    /**
     * @throws IllegalArgumentException if it cannot be read now
     */
    String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file that option " + option + " names cannot be read ("
                    + e.getClass().getSimpleName() + "): check that " + path
                    + " exists and that this process may read it");
        }
    }

    private static String withoutSlashes(String path) {
        return path.startsWith("//") ? path.substring(2) : path;
    }
}
