/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.Belongings;
import io.github.camelokta.simulator.org.Grant;
import io.github.camelokta.simulator.org.RefreshToken;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a user is signed in with and what clients hold for it: sessions, consents (grants) and refresh tokens.
 *
 * <p>Choices: revoking "all" is 204 even where there are none, revoking a single one that is gone is 404; a client that the
 * user has nothing with has an empty list.
 */
final class AccessRoutes {
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(90);
    private static final String USER = "/api/v1/users/{userId}";
    private static final String GRANTS = USER + "/grants";
    private static final String CLIENTS = USER + "/clients";
    private static final String CLIENT_GRANTS = CLIENTS + "/{clientId}/grants";
    private static final String TOKENS = CLIENTS + "/{clientId}/tokens";

    private AccessRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("DELETE", USER + "/sessions", AccessRoutes::endSessions),
                Route.of("GET", GRANTS, call -> listGrants(call, ofScope(call))),
                Route.of("DELETE", GRANTS, call -> revokeGrants(call, grant -> true)),
                Route.of("GET", GRANTS + "/{grantId}", call -> Reply.ok(grant(call, findGrant(call)))),
                Route.of("DELETE", GRANTS + "/{grantId}", call -> revokeGrants(call, findGrant(call)::equals)),
                Route.of("GET", CLIENT_GRANTS, call -> listGrants(call, grantsOfClient(call))),
                Route.of("DELETE", CLIENT_GRANTS, call -> revokeGrants(call, grantsOfClient(call))),
                Route.of("GET", CLIENTS, AccessRoutes::listClients),
                Route.of("GET", TOKENS, AccessRoutes::listTokens),
                Route.of("DELETE", TOKENS, call -> revokeTokens(call, tokensOfClient(call))),
                Route.of("GET", TOKENS + "/{tokenId}", call -> Reply.ok(token(call, findToken(call)))),
                Route.of("DELETE", TOKENS + "/{tokenId}", call -> revokeTokens(call, findToken(call)::equals)));
    }

    private static Reply endSessions(Call call) {
        Belongings all = call.org().belongings(call.userById().id());
        all.sessions().clear();
        if (call.flag("oauthTokens", false)) {
            all.refreshTokens().clear();
        }
        return Reply.noContent();
    }

    private static List<Grant> grants(Call call) {
        return call.org().belongings(call.userById().id()).grants();
    }

    private static Predicate<Grant> ofScope(Call call) {
        String scopeId = call.query("scopeId").orElse(null);
        return grant -> scopeId == null || grant.scopeId().equals(scopeId);
    }

    private static Predicate<Grant> grantsOfClient(Call call) {
        return grant -> grant.clientId().equals(call.path("clientId"));
    }

    private static Grant findGrant(Call call) {
        String id = call.path("grantId");
        return grants(call).stream()
                .filter(grant -> grant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(id, "OAuth2ScopeConsentGrant"));
    }

    private static Reply listGrants(Call call, Predicate<Grant> test) {
        List<Grant> grants = grants(call).stream().filter(test).toList();
        return ListReply.page(call, grants, Grant::id, grant -> grant(call, grant));
    }

    private static Reply revokeGrants(Call call, Predicate<Grant> test) {
        grants(call).removeIf(test);
        return Reply.noContent();
    }

    private static ObjectNode grant(Call call, Grant grant) {
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

    private static Reply listClients(Call call) {
        Belongings all = call.org().belongings(call.userById().id());
        List<String> clients = Stream.concat(
                        all.grants().stream().map(Grant::clientId),
                        all.refreshTokens().stream().map(RefreshToken::clientId))
                .distinct()
                .sorted()
                .toList();
        return ListReply.whole(clients, client -> client(call, client));
    }

    private static List<RefreshToken> tokens(Call call) {
        return call.org().belongings(call.userById().id()).refreshTokens();
    }

    private static Predicate<RefreshToken> tokensOfClient(Call call) {
        return token -> token.clientId().equals(call.path("clientId"));
    }

    private static RefreshToken findToken(Call call) {
        String id = call.path("tokenId");
        return tokens(call).stream()
                .filter(tokensOfClient(call))
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(id, "OAuth2RefreshToken"));
    }

    private static Reply listTokens(Call call) {
        List<RefreshToken> tokens =
                tokens(call).stream().filter(tokensOfClient(call)).toList();
        return ListReply.page(call, tokens, RefreshToken::id, token -> token(call, token));
    }

    private static Reply revokeTokens(Call call, Predicate<RefreshToken> test) {
        tokens(call).removeIf(test);
        return Reply.noContent();
    }

    private static ObjectNode client(Call call, String clientId) {
        String href = call.api() + "/users/" + call.userById().id() + "/clients/" + clientId;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("client_id", clientId);
        json.put(
                "client_name",
                call.org().apps().find(clientId).map(app -> app.label()).orElse(clientId));
        json.putNull("client_uri");
        json.putNull("logo_uri");
        ObjectNode links = json.putObject("_links");
        links.putObject("grants").put("href", href + "/grants");
        links.putObject("tokens").put("href", href + "/tokens");
        return json;
    }

    private static ObjectNode token(Call call, RefreshToken token) {
        String userId = call.userById().id();
        String created = Timestamps.of(token.created());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", token.id());
        json.put("status", "ACTIVE");
        json.put("created", created);
        json.put("lastUpdated", created);
        json.put("expiresAt", Timestamps.of(token.created().plus(TOKEN_LIFETIME)));
        json.put("issuer", call.request().baseUrl() + "/oauth2/default");
        json.put("clientId", token.clientId());
        json.put("userId", userId);
        token.scopes().forEach(json.putArray("scopes")::add);
        String href = call.api() + "/users/" + userId + "/clients/" + token.clientId() + "/tokens/" + token.id();
        json.putObject("_links").putObject("self").put("href", href);
        return json;
    }
}
