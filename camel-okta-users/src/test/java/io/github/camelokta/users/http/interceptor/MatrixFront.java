/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static io.github.camelokta.users.support.RawServer.answer;
import static io.github.camelokta.users.support.RawServer.write;

import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.users.support.Relay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** One request on its way to a simulated org, and the answer that a fault makes of it. */
public final class MatrixFront {
    private static final int SLOW_LOOKS = 4;

    private final String request;
    private final OutputStream out;
    private final Socket connection;
    private final int orgPort;
    private final String elsewhere;
    private final VirtualClock clock;
    private final AtomicInteger slowLooks;

    /**
     * @param slowLooks how often the reader of the answer finds much time gone when it looks at its clock
     */
    MatrixFront(
            String request,
            OutputStream out,
            Socket connection,
            int orgPort,
            String elsewhere,
            VirtualClock clock,
            AtomicInteger slowLooks) {
        this.request = request;
        this.out = out;
        this.connection = connection;
        this.orgPort = orgPort;
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.slowLooks = slowLooks;
    }

    String elsewhere() {
        return elsewhere;
    }

    /** Lets the org answer. */
    byte[] forward() throws IOException {
        return Relay.forward(request, orgPort);
    }

    void relay() throws IOException {
        out.write(forward());
        out.flush();
        connection.close();
    }

    /** Lets the org answer, and answers this in its place. */
    void instead(String body) throws IOException {
        forward();
        reply(answer("200 OK", body));
    }

    void reply(String answer) throws IOException {
        write(out, answer);
    }

    /** Okta's code, or a gateway's page where it is null. */
    void error(String status, String code) throws IOException {
        reply(
                code == null
                        ? "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
                        : answer(status, "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"s\",\"errorCauses\":[]}"));
    }

    /** A 429 with these header lines. */
    void refused(String headers) throws IOException {
        String body = "{\"errorCode\":\"E0000047\",\"errorSummary\":\"s\",\"errorCauses\":[]}";
        reply("HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    /** A 429 of a bucket, with times in seconds from now. */
    void limited(long date, long reset) throws IOException {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        refused("Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(date))
                + "\r\nX-Rate-Limit-Limit: 600\r\nX-Rate-Limit-Remaining: 0\r\nX-Rate-Limit-Reset: "
                + now.plusSeconds(reset).toEpochSecond() + "\r\n");
    }

    void reset() throws IOException {
        reset(connection);
    }

    public static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    /** Until the client has had enough. */
    void endless(String chunk) throws IOException {
        reply("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (true) {
            reply(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
        }
    }

    /** Much time passes between one byte and the next. */
    void slow() throws IOException {
        slowLooks.set(SLOW_LOOKS);
        endless(" ");
    }

    void gzip(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(body.getBytes(StandardCharsets.UTF_8));
        }
        reply("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n");
        bytes.writeTo(out);
        out.flush();
    }
}
