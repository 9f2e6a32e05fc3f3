/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import io.github.camelokta.benchmarks.stub.StubOkta.Org;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Serves one connection, which stays open: request after request, each after the delay. Knows no pipelining. */
final class Connection implements Runnable {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String END = "\r\n\r\n";

    private final Socket socket;
    private final Supplier<Org> orgs;
    private final byte[] buffer = new byte[32 * 1024];

    Connection(Socket socket, Supplier<Org> orgs) {
        this.socket = socket;
        this.orgs = orgs;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            String head = head(in);
            while (head != null) {
                Org org = orgs.get();
                long due = System.nanoTime() + org.delayNanos();
                String[] line = head.substring(0, head.indexOf('\r')).split(" ");
                byte[] answer = org.answers().to(line[0], line[1]);
                if (org.delayNanos() > 0) {
                    awaitNanoTime(due);
                }
                out.write(answer);
                head = head(in);
            }
        } catch (IOException e) {
            // The client is gone: so is its connection.
        }
    }

    /** The head of the next request, whose body is passed over; null when the client has closed. */
    private String head(InputStream in) throws IOException {
        int size = 0;
        int end = -1;
        String head = "";
        while (end < 0 || size < end + bodyLength(head)) {
            int count = in.read(buffer, size, buffer.length - size);
            if (count <= 0) {
                return null;
            }
            size += count;
            head = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
            int blank = head.indexOf(END);
            end = blank < 0 ? -1 : blank + END.length();
        }
        return head;
    }

    private static int bodyLength(String head) {
        if (head.startsWith("GET ")) {
            return 0;
        }
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        int from = at + LENGTH.length();
        return at < 0
                ? 0
                : Integer.parseInt(
                        head.substring(from, head.indexOf('\r', from)).strip());
    }

    private static void awaitNanoTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
