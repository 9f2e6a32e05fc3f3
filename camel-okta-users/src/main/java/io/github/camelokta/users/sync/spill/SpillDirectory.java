/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where one run keeps what memory cannot hold: a new directory, readable only by its owner, that vanishes with the run. If the
 * process is killed, the next run in the same place removes it: a lock on a file in it says whether its process lives.
 */
public final class SpillDirectory implements Closeable {
    private static final String PREFIX = "okta-users-";
    private static final String LOCK = "lock";
    private static final int KEY_BYTES = 16;

    /** Between its making and its lock, a directory must not be taken for a leftover. */
    private static final int UNLOCKED_SECONDS = 10;

    /** Names this process, also where another has the same number, as in another container. */
    private static final String PROCESS = PREFIX
            + Long.toHexString(ProcessHandle.current().pid())
            + "-"
            + Long.toHexString(ProcessHandle.current()
                    .info()
                    .startInstant()
                    .orElse(Instant.EPOCH)
                    .toEpochMilli())
            + "-";

    private final Path root;
    private final FileChannel lock;
    private final SecretKey key;

    /** @param parent an existing directory; null for the system's temporary one */
    public SpillDirectory(Path parent) {
        try {
            removeLeftovers(parent == null ? Path.of(System.getProperty("java.io.tmpdir")) : parent);
            root = parent == null ? Files.createTempDirectory(PROCESS) : Files.createTempDirectory(parent, PROCESS);
            lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
        } catch (IOException e) {
            throw new UncheckedIOException("Option workDirectory: no directory can be made there", e);
        }
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "AES");
    }

    /** A file of the directory, which need not exist. */
    public SpillFile file(String name) {
        return new SpillFile(root.resolve(name), key);
    }

    /** The path of a file that is for people to read, and so holds no values of users. */
    public Path path(String name) {
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
        try {
            lock.close();
            delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.exists(directory) ? Files.walk(directory) : Stream.empty()) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, PREFIX + "*-*-*")) {
            for (Path directory : found) {
                // To close a file is to lose all locks of this process on it.
                boolean own = directory.getFileName().toString().startsWith(PROCESS);
                if (!own && Files.isDirectory(directory) && isLeft(directory.resolve(LOCK))) {
                    delete(directory);
                }
            }
        }
    }

    private static boolean isLeft(Path lock) {
        try {
            Instant young = Instant.now().minusSeconds(UNLOCKED_SECONDS);
            if (Files.getLastModifiedTime(lock).toInstant().isAfter(young)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock acquired = channel.tryLock()) {
                return acquired != null;
            }
        } catch (IOException | OverlappingFileLockException e) {
            // It is somebody else's, or is just going.
            return false;
        }
    }
}
