/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds the {@code Link} headers of a list: one line per relation, as real orgs send them. The URLs are absolute, name only
 * the parameters that the list knows, and carry the limit that was applied instead of the one asked for.
 */
final class PageLinks {
    private PageLinks() {}

    /** {@code next} is the position after the page, or null; {@code limit} is 0 where the list has none. */
    static Reply add(Reply reply, Call call, Set<String> known, int limit, String next) {
        Map<String, String> query = new LinkedHashMap<>(call.request().query());
        query.keySet().retainAll(known);
        if (limit > 0 && query.containsKey("limit")) {
            query.put("limit", String.valueOf(limit));
        }
        reply.header("Link", "<" + url(call, query) + ">; rel=\"self\"");
        if (next != null) {
            query.remove("after");
            Map<String, String> onward = new LinkedHashMap<>();
            onward.put("after", PageCursor.encode(next));
            onward.putAll(query);
            onward.put("limit", String.valueOf(limit));
            reply.header("Link", "<" + url(call, onward) + ">; rel=\"next\"");
        }
        return reply;
    }

    private static String url(Call call, Map<String, String> query) {
        String url = call.request().baseUrl() + call.request().path();
        return query.isEmpty()
                ? url
                : url
                        + query.entrySet().stream()
                                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
