/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Stands for Okta, in a process of its own, so that its work and memory are not the client's. Prints {@code url=...} when it is
 * ready; when its standard input ends, prints {@code pages=...} and ends.
 */
public final class StubOkta {
    private static final int BACKLOG = 512;

    private final ServerSocket server;
    private final Answers answers;
    private final long delayNanos;

    private StubOkta(ServerSocket server, Answers answers, long delayNanos) {
        this.server = server;
        this.answers = answers;
        this.delayNanos = delayNanos;
    }

    /** @param args the number of users, and the milliseconds before each answer */
    public static void main(String[] args) throws IOException {
        Timeline timeline = new Timeline(Integer.parseInt(args[0]));
        long delayNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[1]));
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"))) {
            String url = "http://127.0.0.1:" + server.getLocalPort();
            Answers answers = new Answers(timeline, url, Clock.systemUTC());
            daemon(new StubOkta(server, answers, delayNanos)::accept);
            System.out.println("url=" + url);
            while (System.in.read() >= 0) {
                // Only its end matters.
            }
            System.out.println("pages=" + answers.pages());
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                daemon(new Connection(server.accept(), answers, delayNanos));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
