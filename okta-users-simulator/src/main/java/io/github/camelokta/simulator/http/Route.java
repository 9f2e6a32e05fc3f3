/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import io.github.camelokta.simulator.limit.RateLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One operation of the API: method, path, rate-limit bucket and who answers. */
public record Route(String method, List<String> segments, String bucket, Handler handler) {

    /** A route that counts against the bucket that nearly all share. */
    public static Route of(String method, String path, Handler handler) {
        return of(method, path, RateLimits.USERS, handler);
    }

    /** A route with a bucket of its own. */
    public static Route of(String method, String path, String bucket, Handler handler) {
        return new Route(method, List.of(path.substring(1).split("/")), bucket, handler);
    }

    /** The values of the path's variables if {@code path} fits. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** The path with its variables in braces. */
    public String path() {
        return "/" + String.join("/", segments);
    }

    /** Answers the requests of one route. */
    @FunctionalInterface
    public interface Handler {

        /** The answer; a refusal is thrown. The org's lock is held. */
        Reply handle(Call call);
    }
}
