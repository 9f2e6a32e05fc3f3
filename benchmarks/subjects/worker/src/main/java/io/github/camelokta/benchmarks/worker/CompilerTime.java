/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of the just-in-time compiler, as Linux tells it; 0 elsewhere. */
final class CompilerTime {
    private static final Path THREADS = Path.of("/proc/self/task");
    /** As far as Linux keeps the name. */
    private static final String NAME = "CompilerThre";

    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int USER = 11;

    private CompilerTime() {}

    static long nanos() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        long ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                ticks += ticks(thread);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ticks * NANOS_PER_TICK;
    }

    private static long ticks(Path thread) {
        try {
            String line = Files.readString(thread.resolve("stat"));
            int nameEnd = line.lastIndexOf(')');
            if (!line.substring(0, nameEnd).contains(NAME)) {
                return 0;
            }
            String[] fields = line.substring(nameEnd + 2).split(" ");
            return Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]);
        } catch (IOException e) {
            return 0; // It has ended.
        }
    }
}
