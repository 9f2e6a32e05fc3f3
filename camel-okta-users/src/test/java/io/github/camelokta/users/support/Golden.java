/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what people and tools are shown with a file that says how it is to look. */
public final class Golden {
    private Golden() {}

    /** Leaves the text in {@code target/golden} too: if it is right as it is now, that is the new file. */
    public static void assertSame(String name, String text) {
        try {
            Path seen = Files.createDirectories(Path.of("target", "golden")).resolve(name);
            Files.writeString(seen, text);
            Path golden = Path.of("src", "test", "resources", "golden", name);
            assertThat(text)
                    .as("%s; where the difference is wanted, copy %s there", golden, seen)
                    .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
