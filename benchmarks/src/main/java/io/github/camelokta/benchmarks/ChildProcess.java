/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that answers a line to each line it is given. Ends with its standard input. */
final class ChildProcess implements AutoCloseable {
    private static final long SECONDS_TO_END = 10;

    private final Process process;
    private final BufferedReader lines;
    private final Writer commands;

    private ChildProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * @param java the home of a JDK
     * @param jvm options of the JVM, as {@code -Xmx32m}
     */
    static ChildProcess start(Path java, List<String> jvm, String classPath, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(new File("target", "stderr.log")))
                .start());
    }

    /**
     * Gives it a line and waits for its answer.
     *
     * @throws IOException if it has ended
     */
    Values ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return next();
    }

    /** Its next line. */
    Values next() throws IOException {
        String line = lines.readLine();
        if (line == null || !line.contains("=")) {
            throw new IOException("The process has ended, see target/stderr.log; it said: " + line);
        }
        return Values.of(line);
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            commands.close();
        } catch (IOException e) {
            // It has ended already.
        }
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
