/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads the records of a file in their order. */
public final class SpillReader implements Iterator<Spilled>, Closeable {
    private final DataInputStream in;
    private Spilled next;

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
            next = new Spilled(key, in.readNBytes(in.readInt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** The record that comes next; null at the end. */
    Spilled peek() {
        return next;
    }

    @Override
    public Spilled next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Spilled spilled = next;
        advance();
        return spilled;
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
