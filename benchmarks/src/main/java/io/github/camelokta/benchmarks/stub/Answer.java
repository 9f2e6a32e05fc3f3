/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import io.github.camelokta.benchmarks.stub.RateWindow.Turn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An answer with the headers that Okta sends.
 *
 * @param status code and reason
 * @param links header lines, each with its end; empty without any
 */
record Answer(String status, String links, byte[] body) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String SAME = "\r\nContent-Type: application/json\r\nServer: nginx"
            + "\r\nX-Okta-Request-Id: req-bench-00000000000000001\r\nCache-Control: no-cache, no-store\r\nPragma: no-cache"
            + "\r\nStrict-Transport-Security: max-age=315360000; includeSubDomains\r\nX-Content-Type-Options: nosniff";

    byte[] bytes(Instant now, Turn turn) {
        String head = "HTTP/1.1 " + status + "\r\nDate: " + DATE.format(now) + SAME
                + "\r\nX-Rate-Limit-Limit: " + turn.limit()
                + "\r\nX-Rate-Limit-Remaining: " + turn.remaining()
                + "\r\nX-Rate-Limit-Reset: " + turn.reset()
                + "\r\n" + links + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.length);
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
