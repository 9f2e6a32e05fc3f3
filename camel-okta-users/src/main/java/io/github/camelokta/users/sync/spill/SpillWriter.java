/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes records to a new file, one after the other. */
public final class SpillWriter implements Closeable {
    private final DataOutputStream out;

    public SpillWriter(Path file) {
        try {
            out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Spilled spilled) {
        byte[] key = spilled.key().getBytes(StandardCharsets.UTF_8);
        try {
            out.writeInt(key.length);
            out.write(key);
            out.writeInt(spilled.json().length);
            out.write(spilled.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
