/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static io.github.camelokta.users.http.interceptor.MatrixFault.Meaning.DONE;
import static io.github.camelokta.users.http.interceptor.MatrixFault.Meaning.NOTHING_DONE;
import static io.github.camelokta.users.http.interceptor.MatrixFault.Meaning.PASSES;
import static io.github.camelokta.users.http.interceptor.MatrixFault.Meaning.REFUSED;
import static io.github.camelokta.users.http.interceptor.MatrixFault.Meaning.TOO_LONG;
import static io.github.camelokta.users.http.interceptor.MatrixFault.Meaning.UNREADABLE;

import java.io.IOException;

/** What can befall a call on its way, and what a caller who knew all would make of it. */
enum MatrixFault {
    RESET_AHEAD("429, window ends in 20 s", PASSES, front -> front.limited(0, 20)),
    RESET_SKEWED("429, window ends in 20 s, Okta's clock 10 min ahead", PASSES, front -> front.limited(600, 620)),
    RESET_PAST("429, window ended 30 s ago", PASSES, front -> front.limited(0, -30)),
    RESET_MISSING("429 without headers", PASSES, front -> front.refused("")),
    RESET_GARBAGE(
            "429, headers are garbage",
            PASSES,
            front -> front.refused(
                    "X-Rate-Limit-Limit: many\r\nX-Rate-Limit-Remaining: -7\r\nX-Rate-Limit-Reset: tomorrow\r\n")),
    RESET_FAR("429, window ends in 10 min, which no window of Okta's does", PASSES, front -> front.limited(0, 600)),
    TOO_MANY_AT_ONCE(
            "429, Limit 0 and Remaining 0",
            PASSES,
            front -> front.refused(
                    "X-Rate-Limit-Limit: 0\r\nX-Rate-Limit-Remaining: 0\r\nX-Rate-Limit-Reset: 2000000000\r\n")),
    TOO_MANY_FOR_EVER("the same, for ever", REFUSED, TOO_MANY_AT_ONCE.strike),
    RETRY_AFTER("429, `Retry-After: 7`", PASSES, front -> front.refused("Retry-After: 7\r\n")),
    RETRY_AFTER_FAR(
            "429, `Retry-After: 600`, longer than `maxWait`", REFUSED, front -> front.refused("Retry-After: 600\r\n")),
    PROXY_RETRY_AFTER(
            "503 of a proxy, `Retry-After: 7`",
            NOTHING_DONE,
            front -> front.reply("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")),
    ERROR_500("500", NOTHING_DONE, front -> front.error("500 Internal Server Error", "E0000009")),
    ERROR_500_DONE("500 after the change", DONE, front -> {
        front.forward();
        front.error("500 Internal Server Error", "E0000009");
    }),
    ERROR_500_FOR_EVER("500 for ever", REFUSED, ERROR_500.strike),
    GATEWAY_502("502", NOTHING_DONE, front -> front.error("502 Bad Gateway", null)),
    READ_ONLY_503("503 E0000010, read-only mode", PASSES, front -> front.error("503 Unavailable", "E0000010")),
    GATEWAY_503("503 of a gateway", NOTHING_DONE, front -> front.error("503 Unavailable", null)),
    GATEWAY_504_DONE("504 after the change", DONE, front -> {
        front.forward();
        front.error("504 Gateway Timeout", null);
    }),
    TIMEOUT_408("408 of a gateway", NOTHING_DONE, front -> front.error("408 Request Timeout", null)),
    CLOSED_499_DONE("499 of a proxy after the change", DONE, front -> {
        front.forward();
        front.error("499 Client Closed Request", null);
    }),
    ERROR_507("507", NOTHING_DONE, front -> front.error("507 Insufficient Storage", null)),
    CLOUDFLARE_520_DONE("520 of a proxy after the change", DONE, front -> {
        front.forward();
        front.error("520 Unknown Error", null);
    }),
    CLOUDFLARE_522("522 of a proxy", NOTHING_DONE, front -> front.error("522 Connection Timed Out", null)),
    CLOUDFLARE_524_DONE("524 of a proxy after the change", DONE, front -> {
        front.forward();
        front.error("524 A Timeout Occurred", null);
    }),
    CLOUDFLARE_529("529 of a proxy", NOTHING_DONE, front -> front.error("529 Overloaded", null)),
    PROXY_598_DONE("598 of a proxy after the change", DONE, front -> {
        front.forward();
        front.error("598 Network Read Timeout", null);
    }),
    PROXY_599("599 of a proxy", NOTHING_DONE, front -> front.error("599 Network Connect Timeout", null)),
    GATEWAY_404("404 of a gateway", REFUSED, front -> front.error("404 Not Found", null)),
    CONNECT_REFUSED("connection refused, for ever", REFUSED, null),
    RESET_BEFORE("reset before the request", NOTHING_DONE, null),
    RESET_DURING("reset during the request", NOTHING_DONE, null),
    RESET_AFTER("reset after the request", NOTHING_DONE, MatrixFront::reset),
    CUT_DONE("reset after the change", DONE, front -> {
        front.forward();
        front.reset();
    }),
    TRUNCATED("truncated body", DONE, front -> {
        front.forward();
        front.reply("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
        front.reset();
    }),
    CUT_JSON("200 after the change, the JSON is cut off", UNREADABLE, front -> front.instead("{\"id\":\"00u1\",")),
    LIST_FOR_OBJECT("200 after the change, `[]` where an object is due", UNREADABLE, front -> front.instead("[]")),
    NULL_FOR_OBJECT("200 after the change, `null` where an object is due", UNREADABLE, front -> front.instead("null")),
    NOTHING_FOR_OBJECT("200 after the change, empty where an object is due", UNREADABLE, front -> front.instead("")),
    ENDLESS("endless body, over `maxResponseSize`", TOO_LONG, front -> {
        front.forward();
        front.endless(" ".repeat(1024));
    }),
    SLOW("slow body, over `responseTimeout`", DONE, front -> {
        front.forward();
        front.slow();
    }),
    GZIP_BOMB("gzip bomb, over `maxResponseSize`", TOO_LONG, front -> {
        front.forward();
        front.gzip("[" + " ".repeat(1_000_000) + "]");
    }),
    WEB_PAGE(
            "web page of a proxy, status 200",
            NOTHING_DONE,
            front -> front.reply("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")),
    UNAUTHORIZED_ONCE("401 once", PASSES, front -> front.error("401 Unauthorized", "E0000011")),
    UNAUTHORIZED_FOR_EVER("401 for ever", REFUSED, UNAUTHORIZED_ONCE.strike),
    /** By the simulated org itself, which wants nonces in proofs. */
    NONCE("401, asks for a DPoP nonce", PASSES, null),
    REDIRECT(
            "redirect to another host",
            REFUSED,
            front -> front.reply(
                    "HTTP/1.1 302 Found\r\nLocation: " + front.elsewhere() + "/\r\nContent-Length: 0\r\n\r\n"));

    /** What became of the request, which only the test knows, and whether a further one would get through. */
    enum Meaning {
        /** Nothing was done, and the answer says so: a further request gets through. */
        PASSES,
        /** Nothing was done, but nobody can tell. */
        NOTHING_DONE,
        /** All was done, but nobody can tell. */
        DONE,
        /** All was done, nobody can tell, and the answer to another try would be no better. */
        TOO_LONG,
        /** All was done, and only a caller who needs the body of the answer cannot tell. */
        UNREADABLE,
        /** Nothing was done, and the call gets through at no time. */
        REFUSED
    }

    /** Does it to one request. */
    interface Strike {
        void on(MatrixFront front) throws IOException;
    }

    final String title;
    final Meaning meaning;
    final Strike strike;

    MatrixFault(String title, Meaning meaning, Strike strike) {
        this.title = title;
        this.meaning = meaning;
        this.strike = strike;
    }

    boolean isForEver() {
        return name().endsWith("FOR_EVER");
    }
}
