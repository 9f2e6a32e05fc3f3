/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import io.github.camelokta.benchmarks.stub.StubOkta;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The stub's process. */
final class Stub implements AutoCloseable {
    private final ChildProcess process;
    private final String url;

    private Stub(ChildProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    static Stub start() throws IOException {
        ChildProcess process = ChildProcess.start(
                Path.of(System.getProperty("java.home")),
                List.of("-Xms256m", "-Xmx256m"),
                System.getProperty("java.class.path"),
                StubOkta.class.getName(),
                List.of());
        return new Stub(process, process.next().text("url"));
    }

    String url() {
        return url;
    }

    /**
     * Changes what it stands for, and counts anew.
     *
     * @param delayMillis before each answer
     */
    void set(int users, int delayMillis) throws IOException {
        process.ask("set users=" + users + " delay=" + delayMillis);
    }

    /** So many calls in each window of so many seconds. */
    void limit(int calls, int seconds) throws IOException {
        process.ask("set limit=" + calls + " window=" + seconds);
    }

    /** What it has counted. */
    Values counts() throws IOException {
        return process.ask("counts");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.close();
    }
}
