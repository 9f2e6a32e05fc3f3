/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with this JVM's class path, which prints lines of name and value. Ends with its standard input. */
final class ChildProcess implements AutoCloseable {
    private static final long SECONDS_TO_END = 10;

    private final Process process;
    private final BufferedReader lines;

    private ChildProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param jvm options of the JVM, as {@code -Xmx32m} */
    static ChildProcess start(Class<?> main, List<String> jvm, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The value of the next line, which has this name. */
    String next(String name) throws IOException {
        String line = lines.readLine();
        if (line == null || !line.startsWith(name + "=")) {
            throw new IOException("Expected " + name + " and got " + line);
        }
        return line.substring(name.length() + 1);
    }

    /**
     * All lines to the end of the process.
     *
     * @throws IOException if it did not end well
     */
    Map<String, Long> values() throws IOException, InterruptedException {
        Map<String, Long> values = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), Long.parseLong(line.substring(equals + 1)));
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("The process ended with " + code + "; what it had to say stands above");
        }
        return values;
    }

    /** Tells it to end. */
    void end() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        end();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
