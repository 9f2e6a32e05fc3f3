/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One life of the export's process, from its start until it is killed. */
final class Life implements AutoCloseable {
    private final Process process;
    private final Thread reader;
    private final AtomicInteger written = new AtomicInteger();

    /**
     * @param main its class
     * @param lines takes what the process tells, without the dot
     */
    Life(Class<?> main, Consumer<String> lines, String... args) throws IOException {
        process = new ProcessBuilder(command(main, args))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        reader = new Thread(() -> read(lines), "output");
        reader.start();
    }

    private static List<String> command(Class<?> main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dexport.delay=20",
                "-Dexport.limit=" + KillTest.LIMIT,
                "-Dexport.horizon=" + KillTest.HORIZON.toMillis(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.endsWith(".")) {
                    lines.accept(line.substring(0, line.length() - 1));
                    if (line.startsWith("W")) {
                        written.incrementAndGet();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int written() {
        return written.get();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; what the process told before is read to its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** SIGTERM. */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process does not end");
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
