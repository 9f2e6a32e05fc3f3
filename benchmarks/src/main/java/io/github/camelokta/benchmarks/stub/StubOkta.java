/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Stands for Okta, in a process of its own, so that its work and memory are not the client's. Prints {@code url=...} when it is
 * ready, then answers {@code set users=1000 delay=100 limit=60 window=5} and {@code counts}, and ends with its standard input.
 */
public final class StubOkta {
    private static final int BACKLOG = 512;
    private static final int SOME_USERS = 10_000;

    private final String url;
    private volatile Org org;

    private StubOkta(String url) {
        this.url = url;
        this.org = org(SOME_USERS, 0, RateWindow.WIDE);
    }

    /** What it stands for. */
    record Org(Answers answers, long delayNanos) {}

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"))) {
            StubOkta stub = new StubOkta("http://127.0.0.1:" + server.getLocalPort());
            daemon(() -> stub.accept(server));
            System.out.println("url=" + stub.url);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(stub.obey(line));
            }
        }
    }

    private String obey(String line) {
        if (line.equals("counts")) {
            return org.answers().counts();
        }
        int users = SOME_USERS;
        int delay = 0;
        int limit = 0;
        int window = 0;
        for (String word : line.substring("set ".length()).split(" ")) {
            int value = Integer.parseInt(word.substring(word.indexOf('=') + 1));
            switch (word.substring(0, word.indexOf('='))) {
                case "users" -> users = value;
                case "delay" -> delay = value;
                case "limit" -> limit = value;
                case "window" -> window = value;
                default -> throw new IllegalArgumentException(word);
            }
        }
        org = org(users, delay, limit == 0 ? RateWindow.WIDE : new RateWindow(limit, window));
        return "set=1";
    }

    private Org org(int users, int delayMillis, RateWindow window) {
        return new Org(
                new Answers(new Timeline(users), window, url, Clock.systemUTC()),
                TimeUnit.MILLISECONDS.toNanos(delayMillis));
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                daemon(new Connection(server.accept(), () -> org));
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
