/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.RequestLog;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the simulated org was asked to change, in the words of the result events. */
public final class Writes {
    private static final Pattern REQUEST =
            Pattern.compile("(POST|PUT|DELETE) /api/v1/users/[^/]+(?:/clients/([^/]+))?(?:/lifecycle)?(?:/([^/]+))?");

    private final RequestLog log;

    public Writes(RequestLog log) {
        this.log = log;
    }

    /** The changes that the org made to an account, in order. */
    public List<String> carriedOut(String id) {
        return log
                .matching(request -> !request.method().equals("GET")
                        && request.path().startsWith("/api/v1/users/" + id)
                        && request.status() >= 200
                        && request.status() < 300)
                .stream()
                .map(Writes::named)
                .toList();
    }

    private static String named(LoggedRequest request) {
        Matcher parts = REQUEST.matcher(request.methodAndPath());
        if (!parts.matches() || parts.group(3) == null) {
            return request.methodAndPath();
        }
        return switch (parts.group(3)) {
            case "sessions" -> "clearSessions";
            case "grants" -> "revokeGrants";
            case "tokens" -> "revokeRefreshTokens:" + parts.group(2);
            case "reset_factors" -> "resetFactors";
            default -> parts.group(3);
        };
    }
}
