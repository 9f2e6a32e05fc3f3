/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Answers with a list of things that hang on a user: whole, or by pages ordered by a key. */
final class ListReply {
    private static final int DEFAULT_LIMIT = 20;
    private static final Set<String> KNOWN = Set.of("after", "limit", "expand", "scopeId");

    private ListReply() {}

    /** The whole list, without any {@code Link}. */
    static <T> Reply whole(List<T> items, Function<T, ? extends JsonNode> json) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(json.apply(item)));
        return Reply.ok(array);
    }

    /** The whole list, with {@code rel="self"}. */
    static <T> Reply wholeWithSelf(Call call, List<T> items, Function<T, ? extends JsonNode> json) {
        return PageLinks.add(whole(items, json), call, Set.of(), 0, null);
    }

    /** A page: 20 by default, 200 at most, in the order of {@code key}. */
    static <T> Reply page(Call call, List<T> items, Function<T, String> key, Function<T, ? extends JsonNode> json) {
        int limit = PageLimit.of(call, DEFAULT_LIMIT);
        String after = call.query("after").map(PageCursor::decode).orElse("");
        List<T> rest = items.stream()
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(limit + 1L)
                .toList();
        List<T> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit ? key.apply(page.get(limit - 1)) : null;
        return PageLinks.add(whole(page, json), call, KNOWN, limit, next);
    }
}
