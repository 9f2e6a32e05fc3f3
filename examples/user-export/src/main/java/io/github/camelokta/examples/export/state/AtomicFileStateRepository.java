/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps each state in a file of its own, which is replaced as a whole: whenever the process or the machine stops, the old state is
 * there or the new one, never a part. Nothing is cached, so that a stand-by on the same directory goes on where the other stopped.
 *
 * <p>A key is any text without line breaks that makes a file name of at most 200 characters; a state is any text without line
 * breaks. The directory must be on a file system whose renames are atomic; all local ones are.
 */
public final class AtomicFileStateRepository extends ServiceSupport implements StateRepository<String, String> {
    private static final String TEMPORARY = ".tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path directory;
    private final Clock clock;

    /** @param directory holds the files; made at start if its parent is there */
    public AtomicFileStateRepository(String directory) {
        this(Path.of(directory), Clock.systemUTC());
    }

    /** @param clock tells which temporary files were left by a process that is gone: those older than an hour */
    public AtomicFileStateRepository(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws IllegalStateException if there is no directory and none can be made */
    @Override
    protected void doStart() {
        try {
            // Not its parents: on a volume that is not mounted everything would begin anew.
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory);
            }
            removeAbandoned();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The directory of states " + directory.toAbsolutePath() + " cannot be used (" + reason(e)
                            + "): give one that this user may write to, in a directory that is there",
                    e);
        }
    }

    /**
     * Reads the file.
     *
     * @return null if this state was never set
     * @throws IllegalStateException if it cannot be read, or is not whole
     */
    @Override
    public String getState(String key) {
        Path file = directory.resolve(StateFile.nameOf(key));
        try {
            return StateFile.parse(key, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            requireDirectory();
            return null;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The state in " + file.toAbsolutePath() + " cannot be used (" + reason(e)
                            + "): make it readable or restore it, or delete it to begin anew",
                    e);
        }
    }

    /**
     * Replaces the file. When this returns, the state survives a power failure.
     *
     * @throws IllegalArgumentException if the key or the state cannot be held
     * @throws UncheckedIOException if it cannot be written; the old state stands
     */
    @Override
    public void setState(String key, String value) {
        String name = StateFile.nameOf(key);
        byte[] content = StateFile.format(key, value);
        try {
            Path temporary = Files.createTempFile(directory, name + ".", TEMPORARY);
            try {
                write(temporary, content);
                Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state " + key + " cannot be written to " + directory.toAbsolutePath() + " (" + reason(e)
                            + "); the one before it stands",
                    e);
        }
    }

    /** To the disk before the rename: else the new name could come to stand on an empty file. */
    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the rename itself last. Windows opens no directories; there it lasts as the file system has it. */
    private void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            requireDirectory();
        }
    }

    private void requireDirectory() {
        if (!Files.isDirectory(directory)) {
            throw new IllegalStateException("The directory of states " + directory.toAbsolutePath()
                    + " is gone: bring it back, or start again to begin anew");
        }
    }

    private void removeAbandoned() throws IOException {
        Instant oldest = clock.instant().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
            for (Path file : files) {
                if (isOlder(file, oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant oldest) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        } catch (NoSuchFileException e) {
            return false; // another writer has just put it in its place
        }
    }

    private static String reason(IOException e) {
        return e.getClass() == IOException.class
                ? e.getMessage()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
