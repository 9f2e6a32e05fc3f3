/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import io.github.camelokta.benchmarks.stub.ListQuery.Range;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Makes the whole bytes of the answer to a request: a page of users, one user, or that one was suspended. */
final class Answers {
    private static final String USERS = "/api/v1/users";
    private static final Pattern USER = Pattern.compile(USERS + "/00ubench00(\\d{10})");
    private static final Pattern SUSPEND = Pattern.compile(USERS + "/00ubench00\\d{10}/lifecycle/suspend");
    private static final byte[] NOTHING = {'{', '}'};
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ListQuery queries;
    private final UserRows rows;
    private final String org;
    private final Clock clock;
    private final AtomicInteger pages = new AtomicInteger();

    /** @param org the URL that the links of lists begin with */
    Answers(Timeline timeline, String org, Clock clock) {
        this.queries = new ListQuery(timeline);
        this.rows = new UserRows(timeline);
        this.org = org;
        this.clock = clock;
    }

    /** How many pages of lists were answered. */
    int pages() {
        return pages.get();
    }

    byte[] to(String method, String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        try {
            if (method.equals("GET") && path.equals(USERS)) {
                return list(target.substring(question + 1));
            }
            if (method.equals("POST") && SUSPEND.matcher(path).matches()) {
                return answer("200 OK", "", NOTHING);
            }
            var user = USER.matcher(path);
            if (method.equals("GET") && user.matches()) {
                return answer("200 OK", "", rows.one(Integer.parseInt(user.group(1))));
            }
            return refusal("404 Not Found", "E0000022", method + " " + path);
        } catch (IllegalArgumentException e) {
            return refusal("400 Bad Request", "E0000031", e.getMessage());
        }
    }

    private byte[] list(String query) {
        Range range = queries.range(query);
        pages.incrementAndGet();
        String links = link(query, "self");
        if (range.hasNext()) {
            String rest = query.replaceAll("(^|&)after=[^&]*", "").replaceAll("^&", "");
            links += link(rest + "&after=" + range.to(), "next");
        }
        return answer("200 OK", links, rows.page(range.from(), range.to()));
    }

    private String link(String query, String relation) {
        return "Link: <" + org + USERS + "?" + query + ">; rel=\"" + relation + "\"\r\n";
    }

    private byte[] refusal(String status, String code, String what) {
        String json = "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"" + what.replaceAll("[\"\\\\]", "'") + "\"}";
        return answer(status, "", json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] answer(String status, String links, byte[] body) {
        Instant now = clock.instant();
        long reset = now.getEpochSecond() / 60 * 60 + 60;
        String head = "HTTP/1.1 " + status + "\r\nDate: " + DATE.format(now)
                + "\r\nContent-Type: application/json\r\nServer: nginx\r\nX-Okta-Request-Id: req-bench-00000000000000001"
                + "\r\nX-Rate-Limit-Limit: 100000000\r\nX-Rate-Limit-Remaining: 99999999\r\nX-Rate-Limit-Reset: "
                + reset
                + "\r\nCache-Control: no-cache, no-store\r\nPragma: no-cache\r\nX-Content-Type-Options: nosniff\r\n"
                + links + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream answer = new ByteArrayOutputStream(head.length() + body.length);
        answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }
}
