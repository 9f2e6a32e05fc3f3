/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import io.github.camelokta.simulator.search.UserFinder;
import io.github.camelokta.simulator.search.UserFinder.UserPage;
import io.github.camelokta.simulator.search.UserFinder.UserQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listing and reading users. */
final class UserRoutes {
    private static final int LIST_LIMIT = 200;
    private static final int Q_LIMIT = 10;
    private static final Set<String> KNOWN =
            Set.of("q", "search", "filter", "sortBy", "sortOrder", "after", "limit", "fields", "expand");

    private final UserFinder finder;

    UserRoutes(OktaOrg org) {
        this.finder = new UserFinder(org);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v1/users", this::list),
                Route.of("GET", "/api/v1/users/{userId}", RateLimits.READ_USER, UserRoutes::get));
    }

    private Reply list(Call call) {
        String q = call.query("q").orElse(null);
        String search = call.query("search").orElse(null);
        String filter = call.query("filter").orElse(null);
        boolean prefixOnly = q != null && search == null && filter == null;
        int limit = ListReply.limit(call, prefixOnly ? Q_LIMIT : LIST_LIMIT);
        UserPage page = finder.find(new UserQuery(
                q,
                search,
                filter,
                call.query("sortBy").orElse(null),
                call.query("sortOrder").orElse("asc").equalsIgnoreCase("desc"),
                ListReply.after(call).orElse(null),
                limit));
        return ListReply.links(Reply.ok(json(call, page.users())), call, KNOWN, limit, page.next());
    }

    private static ArrayNode json(Call call, List<UserState> users) {
        UserJson writer = new UserJson(call);
        FieldProjection projection =
                call.query("fields").map(FieldProjection::new).orElse(null);
        ArrayNode array = JsonNodeFactory.instance.arrayNode(users.size());
        for (UserState user : users) {
            ObjectNode json = writer.listed(user);
            array.add(projection == null ? json : projection.apply(json));
        }
        return array;
    }

    private static Reply get(Call call) {
        UserState user = call.user();
        return Reply.ok(new UserJson(call).full(user)).header("ETag", UserJson.etag(user));
    }

    /**
     * Cuts users down to {@code fields=id,status,profile:(firstName,city)}. The id stays always. Names that do not exist are
     * passed over, and {@code _links} show only when named (both a choice).
     */
    private static final class FieldProjection {
        private static final Pattern PROFILE = Pattern.compile("profile:\\(([^)]*)\\)");

        private final Set<String> fields = new LinkedHashSet<>();
        private final Set<String> attributes = new LinkedHashSet<>();

        FieldProjection(String expression) {
            Matcher profile = PROFILE.matcher(expression);
            while (profile.find()) {
                collect(profile.group(1), attributes);
            }
            collect(profile.reset().replaceAll(""), fields);
            fields.add("id");
            if (!attributes.isEmpty()) {
                fields.add("profile");
            }
        }

        ObjectNode apply(ObjectNode user) {
            user.retain(fields);
            if (!attributes.isEmpty() && user.get("profile") instanceof ObjectNode profile) {
                profile.retain(attributes);
            }
            return user;
        }

        private static void collect(String names, Set<String> into) {
            for (String name : names.split(",")) {
                if (!name.isBlank()) {
                    into.add(name.trim());
                }
            }
        }
    }
}
