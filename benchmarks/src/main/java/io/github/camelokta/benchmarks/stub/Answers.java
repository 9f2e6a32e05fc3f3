/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import io.github.camelokta.benchmarks.stub.ListQuery.Range;
import io.github.camelokta.benchmarks.stub.RateWindow.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Makes the whole bytes of the answer to a request: a page of users, one user, or that one was suspended. */
final class Answers {
    private static final String USERS = "/api/v1/users";
    private static final Pattern USER = Pattern.compile(USERS + "/00ubench00(\\d{10})");
    private static final Pattern SUSPEND = Pattern.compile(USERS + "/00ubench00\\d{10}/lifecycle/suspend");
    private static final byte[] NOTHING = {'{', '}'};

    private final ListQuery queries;
    private final UserRows rows;
    private final String org;
    private final Clock clock;
    private final RateWindow window;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    /** @param org the URL that the links of lists begin with */
    Answers(Timeline timeline, RateWindow window, String org, Clock clock) {
        this.window = window;
        this.queries = new ListQuery(timeline);
        this.rows = new UserRows(timeline);
        this.org = org;
        this.clock = clock;
    }

    /** How many requests came, how many of them were refused for the rate limit, and how many pages of lists were answered. */
    String counts() {
        return "requests=" + requests + " refusals=" + refusals + " pages=" + pages;
    }

    byte[] to(String method, String target) {
        requests.incrementAndGet();
        Instant now = clock.instant();
        Turn turn = window.take(now.getEpochSecond());
        if (turn.refused()) {
            refusals.incrementAndGet();
            return new Answer("429 Too Many Requests", "", error("E0000047", "Too many requests")).bytes(now, turn);
        }
        return answer(method, target).bytes(now, turn);
    }

    private Answer answer(String method, String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        try {
            if (method.equals("GET") && path.equals(USERS)) {
                return list(target.substring(question + 1));
            }
            if (method.equals("POST") && SUSPEND.matcher(path).matches()) {
                return new Answer("200 OK", "", NOTHING);
            }
            var user = USER.matcher(path);
            if (method.equals("GET") && user.matches()) {
                return new Answer("200 OK", "", rows.one(Integer.parseInt(user.group(1))));
            }
            return new Answer("404 Not Found", "", error("E0000022", method + " " + path));
        } catch (IllegalArgumentException e) {
            return new Answer("400 Bad Request", "", error("E0000031", e.getMessage()));
        }
    }

    private Answer list(String query) {
        Range range = queries.range(query);
        pages.incrementAndGet();
        String links = link(query, "self");
        if (range.hasNext()) {
            String rest = query.replaceAll("(^|&)after=[^&]*", "").replaceAll("^&", "");
            links += link(rest + "&after=" + range.to(), "next");
        }
        return new Answer("200 OK", links, rows.page(range.from(), range.to()));
    }

    private String link(String query, String relation) {
        return "Link: <" + org + USERS + "?" + query + ">; rel=\"" + relation + "\"\r\n";
    }

    private static byte[] error(String code, String what) {
        String json = "{\"errorCode\":\"" + code + "\",\"errorSummary\":\"" + what.replaceAll("[\"\\\\]", "'") + "\"}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
