/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A file of records, written once and read in the same order: for each record the length and bytes of its key and of its JSON. */
public final class SpillFile {
    private SpillFile() {}

    /** A record: a key and a JSON text. */
    public record SpillRecord(String key, byte[] json) {}

    /** Writes records to a new file, one after the other. */
    public static final class SpillWriter implements Closeable {
        private final DataOutputStream out;

        public SpillWriter(Path file) {
            try {
                out = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public void write(SpillRecord written) {
            byte[] key = written.key().getBytes(StandardCharsets.UTF_8);
            try {
                out.writeInt(key.length);
                out.write(key);
                out.writeInt(written.json().length);
                out.write(written.json());
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

    /** Reads the records of a file in their order. */
    public static final class SpillReader implements Iterator<SpillRecord>, Closeable {
        private final DataInputStream in;
        private SpillRecord next;

        public SpillReader(Path file) {
            try {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            advance();
        }

        private void advance() {
            try {
                in.mark(1);
                if (in.read() < 0) {
                    next = null;
                    return;
                }
                in.reset();
                String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                next = new SpillRecord(key, in.readNBytes(in.readInt()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        /** The record that comes next; null at the end. */
        SpillRecord peek() {
            return next;
        }

        @Override
        public SpillRecord next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            SpillRecord read = next;
            advance();
            return read;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
