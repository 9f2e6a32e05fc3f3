/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers anything at once, and counts it in fixed windows that end on whole seconds. */
final class WindowedOrg implements AutoCloseable {
    private static final byte[] NOTHING = "{}".getBytes();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final HttpServer server;
    private final int limit;
    private final int seconds;
    private long window;
    private int used;
    private int refused;

    WindowedOrg(int limit, int seconds) throws IOException {
        this.limit = limit;
        this.seconds = seconds;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        int status;
        synchronized (this) {
            Instant now = Instant.now();
            long current = now.getEpochSecond() / seconds;
            if (current != window) {
                window = current;
                used = 0;
            }
            status = used < limit ? 200 : 429;
            used += status == 200 ? 1 : 0;
            refused += status == 200 ? 0 : 1;
            exchange.getResponseHeaders()
                    .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
            set(exchange, "Limit", limit);
            set(exchange, "Remaining", limit - used);
            set(exchange, "Reset", (window + 1) * seconds);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, NOTHING.length);
        exchange.getResponseBody().write(NOTHING);
        exchange.close();
    }

    private static void set(HttpExchange exchange, String name, long value) {
        exchange.getResponseHeaders().set("X-Rate-Limit-" + name, String.valueOf(value));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized int refused() {
        return refused;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
