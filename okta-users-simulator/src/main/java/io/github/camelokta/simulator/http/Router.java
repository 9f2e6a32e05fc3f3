/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.limit.RateLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds the route of a request. */
public final class Router {
    /** A route and the values in its path. */
    public record Match(Route route, Map<String, String> variables) {}

    private final List<Route> routes;

    /** Routes over this table. */
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** The table. */
    public List<Route> routes() {
        return routes;
    }

    /** The route; where none fits, one that refuses with 405 (the path is known) or 404. */
    public Match match(String method, String path) {
        // Real orgs accept a double slash in front of the path.
        List<String> segments = Arrays.stream(path.replaceFirst("^/+", "").split("/", -1))
                .map(UrlDecoder::segment)
                .toList();
        boolean pathKnown = false;
        for (Route route : routes) {
            Map<String, String> variables = route.match(segments).orElse(null);
            if (variables != null && route.method().equals(method)) {
                return new Match(ofMe(route, variables), variables);
            }
            pathKnown |= variables != null;
        }
        return new Match(refusal(pathKnown ? ErrorCode.E0000022 : ErrorCode.E0000008), Map.of());
    }

    private static Route ofMe(Route route, Map<String, String> variables) {
        boolean me = "me".equals(variables.get("userId")) && route.bucket().equals(RateLimits.READ_USER);
        return me ? new Route(route.method(), route.segments(), RateLimits.ME, route.handler()) : route;
    }

    private static Route refusal(ErrorCode code) {
        return new Route("", List.of(), RateLimits.OTHER, call -> {
            throw OktaRefusal.of(code);
        });
    }
}
