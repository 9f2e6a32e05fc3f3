/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the hand-kept tables among the test resources: a row per line, columns parted by {@code |}. */
public final class Tables {

    private Tables() {}

    public static List<List<String>> rows(String resource) {
        try (InputStream in = Tables.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" \\| ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
