/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.Grant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Consents of a user, all of them or those given to one client.
 *
 * <p>Choices: revoking "all" is 204 even where there are none, revoking a single one that is gone is 404; a client that the
 * user has nothing with has an empty list.
 */
final class GrantRoutes {
    private static final String GRANTS = "/api/v1/users/{userId}/grants";
    private static final String CLIENT_GRANTS = "/api/v1/users/{userId}/clients/{clientId}/grants";

    private GrantRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", GRANTS, call -> list(call, ofScope(call))),
                Route.of("DELETE", GRANTS, call -> revoke(call, grant -> true)),
                Route.of("GET", GRANTS + "/{grantId}", call -> Reply.ok(json(call, find(call)))),
                Route.of("DELETE", GRANTS + "/{grantId}", call -> revoke(call, find(call)::equals)),
                Route.of("GET", CLIENT_GRANTS, call -> list(call, ofClient(call))),
                Route.of("DELETE", CLIENT_GRANTS, call -> revoke(call, ofClient(call))));
    }

    private static List<Grant> grants(Call call) {
        return call.org().belongings(call.userById().id()).grants();
    }

    private static Predicate<Grant> ofScope(Call call) {
        String scopeId = call.query("scopeId").orElse(null);
        return grant -> scopeId == null || grant.scopeId().equals(scopeId);
    }

    private static Predicate<Grant> ofClient(Call call) {
        return grant -> grant.clientId().equals(call.path("clientId"));
    }

    private static Grant find(Call call) {
        String id = call.path("grantId");
        return grants(call).stream()
                .filter(grant -> grant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(id, "OAuth2ScopeConsentGrant"));
    }

    private static Reply list(Call call, Predicate<Grant> test) {
        List<Grant> grants = grants(call).stream().filter(test).toList();
        return ListReply.page(call, grants, Grant::id, grant -> json(call, grant));
    }

    private static Reply revoke(Call call, Predicate<Grant> test) {
        grants(call).removeIf(test);
        return Reply.noContent();
    }

    private static ObjectNode json(Call call, Grant grant) {
        String userId = call.userById().id();
        String created = Timestamps.of(grant.created());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", grant.id());
        json.put("status", "ACTIVE");
        json.put("created", created);
        json.put("lastUpdated", created);
        json.put("issuer", call.request().baseUrl() + "/oauth2/default");
        json.put("clientId", grant.clientId());
        json.put("userId", userId);
        json.put("scopeId", grant.scopeId());
        json.put("source", "END_USER");
        json.putObject("createdBy").put("id", userId).put("type", "User");
        if (call.query("expand").orElse("").equals("scope")) {
            json.putObject("_embedded")
                    .putObject("scope")
                    .put("id", grant.scopeId())
                    .put("name", grant.scopeId());
        }
        ObjectNode links = json.putObject("_links");
        links.putObject("self").put("href", call.api() + "/users/" + userId + "/grants/" + grant.id());
        links.putObject("client").put("href", call.request().baseUrl() + "/oauth2/v1/clients/" + grant.clientId());
        return json;
    }
}
