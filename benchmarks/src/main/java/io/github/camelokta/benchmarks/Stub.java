/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import io.github.camelokta.benchmarks.stub.StubOkta;
import java.io.IOException;
import java.util.List;

/** The stub's process. */
final class Stub implements AutoCloseable {
    private final ChildProcess process;
    private final String url;

    private Stub(ChildProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** @param delayMillis before each answer */
    static Stub start(int users, int delayMillis) throws IOException {
        ChildProcess process = ChildProcess.start(
                StubOkta.class, List.of("-Xmx256m"), List.of(Integer.toString(users), Integer.toString(delayMillis)));
        return new Stub(process, process.next("url"));
    }

    String url() {
        return url;
    }

    /** Ends it and gives the number of pages of lists that it answered. */
    int pages() throws IOException {
        process.end();
        return Integer.parseInt(process.next("pages"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.close();
    }
}
