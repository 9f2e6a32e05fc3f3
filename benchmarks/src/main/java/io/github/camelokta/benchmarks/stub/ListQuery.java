/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which users a request for the list asks for: a range of them, of which a page shows the first. */
final class ListQuery {
    private static final String EVERYBODY = "status pr";
    private static final Pattern UPDATED = Pattern.compile("lastUpdated (ge|eq) \"([^\"]+)\" and status pr");
    private static final int LARGEST_PAGE = 200;

    private final Timeline timeline;

    ListQuery(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The users from one, to the one before another, of those that the query has. */
    record Range(int from, int to, int end) {
        boolean hasNext() {
            return to < end;
        }
    }

    /**
     * @param query what stands behind the question mark
     * @throws IllegalArgumentException if it asks for what is not understood
     */
    Range range(String query) {
        int from = 0;
        int end = timeline.users();
        int after = 0;
        int limit = LARGEST_PAGE;
        for (String parameter : query.split("&")) {
            String value = parameter.substring(parameter.indexOf('=') + 1);
            if (parameter.startsWith("after=")) {
                after = Integer.parseInt(value);
            } else if (parameter.startsWith("limit=")) {
                limit = Integer.parseInt(value);
            } else if (parameter.startsWith("search=")) {
                String search = URLDecoder.decode(value, StandardCharsets.UTF_8);
                Matcher updated = UPDATED.matcher(search);
                if (updated.matches()) {
                    long second = Instant.parse(updated.group(2)).getEpochSecond();
                    from = timeline.firstSince(second);
                    end = updated.group(1).equals("ge") ? end : timeline.firstSince(second + 1);
                } else if (!search.equals(EVERYBODY)) {
                    throw new IllegalArgumentException("search=" + search);
                }
            } else if (!parameter.equals("sortBy=lastUpdated") && !parameter.equals("sortOrder=asc")) {
                throw new IllegalArgumentException(parameter);
            }
        }
        int first = Math.max(from, after);
        return new Range(first, Math.max(first, Math.min(first + limit, end)), end);
    }
}
