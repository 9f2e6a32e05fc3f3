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

/** The OAuth clients that a user has grants or refresh tokens with, and those tokens. Revoking follows the grants' choices. */
final class ClientRoutes {
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final String CLIENTS = "/api/v1/users/{userId}/clients";
    private static final String TOKENS = CLIENTS + "/{clientId}/tokens";

    private ClientRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", CLIENTS, ClientRoutes::list),
                Route.of("GET", TOKENS, ClientRoutes::listTokens),
                Route.of("DELETE", TOKENS, call -> revoke(call, ofClient(call))),
                Route.of("GET", TOKENS + "/{tokenId}", call -> Reply.ok(token(call, find(call)))),
                Route.of("DELETE", TOKENS + "/{tokenId}", call -> revoke(call, find(call)::equals)));
    }

    private static Reply list(Call call) {
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

    private static Predicate<RefreshToken> ofClient(Call call) {
        return token -> token.clientId().equals(call.path("clientId"));
    }

    private static RefreshToken find(Call call) {
        String id = call.path("tokenId");
        return tokens(call).stream()
                .filter(ofClient(call))
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(id, "OAuth2RefreshToken"));
    }

    private static Reply listTokens(Call call) {
        List<RefreshToken> tokens = tokens(call).stream().filter(ofClient(call)).toList();
        return ListReply.page(call, tokens, RefreshToken::id, token -> token(call, token));
    }

    private static Reply revoke(Call call, Predicate<RefreshToken> test) {
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
        json.put("expiresAt", Timestamps.of(token.created().plus(LIFETIME)));
        json.put("issuer", call.request().baseUrl() + "/oauth2/default");
        json.put("clientId", token.clientId());
        json.put("userId", userId);
        token.scopes().forEach(json.putArray("scopes")::add);
        String href = call.api() + "/users/" + userId + "/clients/" + token.clientId() + "/tokens/" + token.id();
        json.putObject("_links").putObject("self").put("href", href);
        return json;
    }
}
