/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import java.util.List;

/** Relations between users. Users are named by id or login, as documented. */
final class LinkedObjectRoutes {
    private static final String LINKED = "/api/v1/users/{userId}/linkedObjects/{relationshipName}";

    private LinkedObjectRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", LINKED, LinkedObjectRoutes::list),
                Route.of("PUT", LINKED + "/{primaryUserId}", LinkedObjectRoutes::set),
                Route.of("DELETE", LINKED, LinkedObjectRoutes::remove));
    }

    private static Reply list(Call call) {
        List<String> ids = call.org()
                .links()
                .linked(call.path("relationshipName"), call.user().id());
        return ListReply.wholeWithSelf(call, ids, id -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("_links").putObject("self").put("href", call.api() + "/users/" + id);
            return json;
        });
    }

    private static Reply set(Call call) {
        String primaryId = call.user(call.path("primaryUserId")).id();
        call.org().links().set(call.path("relationshipName"), call.user().id(), primaryId);
        return Reply.noContent();
    }

    private static Reply remove(Call call) {
        call.org().links().remove(call.path("relationshipName"), call.user().id());
        return Reply.noContent();
    }
}
