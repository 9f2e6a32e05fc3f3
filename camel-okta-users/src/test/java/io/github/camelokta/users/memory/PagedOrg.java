/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An org of a few pages of users with the headers that Okta sends; its answers are made beforehand. */
final class PagedOrg implements AutoCloseable {
    static final int USERS_PER_PAGE = 200;
    static final int PAGES = 20;
    static final int USERS = USERS_PER_PAGE * PAGES;
    private static final String AFTER = "after=";

    private final ServerSocket listener;
    private final byte[] user = answer("", user(1));
    private final byte[] nothing = answer("", "{}");
    private final byte[][] pages = new byte[PAGES][];

    PagedOrg() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (int page = 0; page < PAGES; page++) {
            pages[page] = page(page);
        }
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    static String id(int number) {
        return "00ubench" + (100_000_000_000L + number);
    }

    private byte[] page(int page) {
        String self = "Link: <" + url() + "/api/v1/users?limit=200>; rel=\"self\"\r\n";
        String next = "Link: <" + url() + "/api/v1/users?" + AFTER + (page + 1) + "&limit=200>; rel=\"next\"\r\n";
        String users = IntStream.range(page * USERS_PER_PAGE, (page + 1) * USERS_PER_PAGE)
                .mapToObj(PagedOrg::user)
                .collect(Collectors.joining(",", "[", "]"));
        return answer(self + (page + 1 < PAGES ? next : ""), users);
    }

    /** About 1.2 kB, as Okta shows a user. */
    private static String user(int number) {
        String self = "https://acme.okta.com/api/v1/users/" + id(number);
        String links = IntStream.range(0, 4)
                .mapToObj(i ->
                        ",\"link" + i + "\":{\"href\":\"" + self + "/lifecycle/link" + i + "\",\"method\":\"POST\"}")
                .collect(Collectors.joining());
        return "{\"id\":\"" + id(number) + "\",\"status\":\"ACTIVE\",\"created\":\"2019-03-04T09:15:06.000Z\","
                + "\"activated\":\"2019-03-04T09:15:07.000Z\",\"statusChanged\":\"2019-03-04T09:15:07.000Z\","
                + "\"lastLogin\":\"2019-12-13T17:01:44.000Z\",\"lastUpdated\":\"2020-01-01T00:00:00.000Z\","
                + "\"passwordChanged\":\"2019-06-17T08:00:01.000Z\",\"type\":{\"id\":\"otybench000000000001\"},"
                + "\"profile\":{\"firstName\":\"Zo\\u00eb\",\"lastName\":\"Example\",\"email\":\"zoe" + number
                + "@example.com\",\"login\":\"zoe" + number + "@example.com\",\"mobilePhone\":\"+1-555-0100\","
                + "\"department\":\"Sales\",\"title\":\"Clerk\",\"city\":\"Springfield\",\"employeeNumber\":\"12345\","
                + "\"secondEmail\":null},\"credentials\":{\"password\":{},\"provider\":{\"type\":\"OKTA\",\"name\":\"OKTA\"}},"
                + "\"_links\":{\"self\":{\"href\":\"" + self + "\"}" + links + "}}";
    }

    private static byte[] answer(String links, String body) {
        String head = "HTTP/1.1 200 OK\r\nDate: Wed, 25 Nov 2026 18:00:00 GMT\r\nContent-Type: application/json\r\n"
                + "Server: nginx\r\nX-Okta-Request-Id: req-bench-00000000000000001\r\nX-Rate-Limit-Limit: 100000000\r\n"
                + "X-Rate-Limit-Remaining: 99999999\r\nX-Rate-Limit-Reset: 1795629660\r\nCache-Control: no-cache, no-store\r\n"
                + "Pragma: no-cache\r\nStrict-Transport-Security: max-age=315360000; includeSubDomains\r\n"
                + "X-Content-Type-Options: nosniff\r\n" + links + "Content-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** No request has a body. */
    private void serve(Socket socket) {
        byte[] request = new byte[8192];
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            int size = 0;
            for (int count = in.read(request); count > 0; count = in.read(request, size, request.length - size)) {
                size += count;
                if (request[size - 2] == '\r' && request[size - 4] == '\r') {
                    out.write(answerTo(new String(request, 0, size, StandardCharsets.US_ASCII)));
                    size = 0;
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private byte[] answerTo(String request) {
        String line = request.substring(0, request.indexOf('\r'));
        if (line.startsWith("POST ")) {
            return nothing;
        }
        if (!line.contains("?")) {
            return user;
        }
        int after = line.indexOf(AFTER);
        return pages[after < 0 ? 0 : Integer.parseInt(line, after + AFTER.length(), line.indexOf("&", after), 10)];
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "paged-org");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
