/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists and their pages: limit, cursor, {@code Link} headers. */
final class ListReply {
    private static final int MAX = 200;
    private static final String MARK = "~";
    private static final int DEFAULT_LIMIT = 20;
    private static final Set<String> KNOWN = Set.of("after", "limit", "expand", "scopeId");

    private ListReply() {}

    /** The whole list, without any {@code Link}. */
    static <T> Reply whole(List<T> items, Function<T, ? extends JsonNode> json) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(json.apply(item)));
        return Reply.ok(array);
    }

    /** The whole list, with a {@code rel="self"} that names a limit as real orgs do. */
    static <T> Reply whole(Call call, List<T> items, int limit, Function<T, ? extends JsonNode> json) {
        return links(whole(items, json), call, Set.of(), limit, null);
    }

    /** A page: 20 by default, 200 at most, in the order of {@code key}. */
    static <T> Reply page(Call call, List<T> items, Function<T, String> key, Function<T, ? extends JsonNode> json) {
        return page(call, items, DEFAULT_LIMIT, key, json);
    }

    /** A page of another size by default. */
    static <T> Reply page(
            Call call, List<T> items, int byDefault, Function<T, String> key, Function<T, ? extends JsonNode> json) {
        int limit = limit(call, byDefault);
        String after = after(call).orElse("");
        List<T> rest = items.stream()
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(limit + 1L)
                .toList();
        List<T> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit ? key.apply(page.get(limit - 1)) : null;
        return links(whole(page, json), call, KNOWN, limit, next);
    }

    /** The position after which the page begins, as the cursor of the page before says. */
    static Optional<String> after(Call call) {
        return call.query("after").map(ListReply::position);
    }

    /** The page size asked for: too large is clipped to 200, as recorded; what is no positive number is refused (a choice). */
    static int limit(Call call, int byDefault) {
        String text = call.query("limit").orElse(null);
        if (text == null) {
            return byDefault;
        }
        try {
            int limit = Integer.parseInt(text.trim());
            if (limit > 0) {
                return Math.min(limit, MAX);
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw OktaRefusal.invalid("limit", "limit: Must be a positive number");
    }

    /**
     * Adds the {@code Link} headers: one line per relation, as real orgs send them. The URLs are absolute, name only the
     * parameters that the list knows, and carry the limit that was applied instead of the one asked for.
     *
     * @param limit 0 where the list has none
     * @param next the position after the page, or null
     */
    static Reply links(Reply reply, Call call, Set<String> known, int limit, String next) {
        Map<String, String> query = new LinkedHashMap<>(call.request().query());
        query.keySet().retainAll(known);
        if (limit > 0) {
            query.put("limit", String.valueOf(limit));
        }
        reply.header("Link", "<" + url(call, query) + ">; rel=\"self\"");
        if (next != null) {
            query.remove("after");
            Map<String, String> onward = new LinkedHashMap<>();
            onward.put("after", cursor(next));
            onward.putAll(query);
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

    private static String cursor(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    /** The position that a cursor stands for. */
    private static String position(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw OktaRefusal.invalid("after", "after: Not a cursor of this list");
    }
}
