/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * A file of records, written once and read in the same order: for each record the length and bytes of its key and of its JSON.
 * It is encrypted by a key that only this process has: what a killed process leaves on disk, passwords of new users among it,
 * nobody can read.
 */
public final class SpillFile {
    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int IV_BYTES = 16;

    private final Path path;
    private final SecretKey key;

    SpillFile(Path path, SecretKey key) {
        this.path = path;
        this.key = key;
    }

    /** Begins the file. */
    public SpillWriter writer() {
        return new SpillWriter(this);
    }

    /** Reads the file from its beginning. */
    public SpillReader reader() {
        return new SpillReader(this);
    }

    private OutputStream output() throws IOException {
        byte[] iv = new byte[IV_BYTES];
        new SecureRandom().nextBytes(iv);
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
        out.write(iv);
        return new CipherOutputStream(out, cipher(Cipher.ENCRYPT_MODE, iv));
    }

    private InputStream input() throws IOException {
        InputStream in = Files.newInputStream(path);
        return new CipherInputStream(in, cipher(Cipher.DECRYPT_MODE, in.readNBytes(IV_BYTES)));
    }

    private Cipher cipher(int mode, byte[] iv) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java platform has " + CIPHER, e);
        }
    }

    /** A record: a key and a JSON text. */
    public record SpillRecord(String key, byte[] json) {}

    /** Writes records to a new file, one after the other. */
    public static final class SpillWriter implements Closeable {
        private final DataOutputStream out;

        private SpillWriter(SpillFile file) {
            try {
                out = new DataOutputStream(new BufferedOutputStream(file.output()));
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

        private SpillReader(SpillFile file) {
            try {
                in = new DataInputStream(new BufferedInputStream(file.input()));
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
