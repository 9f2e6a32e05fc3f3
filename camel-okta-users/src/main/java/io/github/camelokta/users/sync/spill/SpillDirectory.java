/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one run keeps what memory cannot hold: a new directory, readable only by its owner, that vanishes with the run. */
public final class SpillDirectory implements Closeable {
    private final Path root;

    /** @param parent an existing directory; null for the system's temporary one */
    public SpillDirectory(Path parent) {
        try {
            root = parent == null
                    ? Files.createTempDirectory("okta-users-")
                    : Files.createTempDirectory(parent, "okta-users-");
        } catch (IOException e) {
            throw new UncheckedIOException("Option workDirectory: no directory can be made there", e);
        }
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** Copies a file out of the directory, so that it stays; readable only by its owner. */
    public Path keep(Path file) {
        try {
            Path kept = Files.createTempFile(root.getParent(), "okta-users-plan-", ".jsonl");
            try (OutputStream out = Files.newOutputStream(kept)) {
                Files.copy(file, out);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
