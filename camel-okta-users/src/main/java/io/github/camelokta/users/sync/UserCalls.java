/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.PercentEncoder;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.UnreadableAnswer;
import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads and writes single users, and lists those that match an expression, through the pipeline. */
final class UserCalls {
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = OktaJson.mapper();

    private final OktaClient client;
    private final OrgUrl org;

    UserCalls(OktaClient client, OrgUrl org) {
        this.client = client;
        this.org = org;
    }

    /** The answer to a read. */
    record Found(CurrentUser user, OktaResponse response) {}

    /** The user with this id; the user is null if there is none. */
    Found byId(String id) {
        return get(id);
    }

    /**
     * The user with exactly this login; the user is null if there is none. Okta takes what stands in the path for an id or
     * the short form of another login too, and cuts it at a slash or a question mark: such a login is searched for.
     */
    Found byLogin(String login) {
        String key = AttributeRules.loginKey(login);
        if (login.indexOf('/') >= 0
                || login.indexOf('?') >= 0
                || Set.of(".", "..").contains(login)) {
            String[] id = new String[1];
            list(
                    expression(login),
                    Priority.CALL,
                    user -> id[0] = key.equals(AttributeRules.loginKey(user.login())) ? user.id() : id[0]);
            return id[0] == null ? missing() : get(id[0]);
        }
        Found found = get(login);
        return found.user() != null
                        && key.equals(AttributeRules.loginKey(found.user().login()))
                ? found
                : missing();
    }

    private static Found missing() {
        return new Found(null, new OktaResponse(NOT_FOUND, List.of(), null));
    }

    private static String expression(String login) {
        return "profile.login eq \"" + login.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Found get(String idOrLogin) {
        OktaRequest request = request(OktaUsersOperation.get, List.of(idOrLogin), "", Map.of(), null);
        OktaResponse response;
        try {
            response = client.send(request, CallContext.of(Priority.CALL));
        } catch (OktaUsersException e) {
            if (e.isNotFound()) {
                return missing();
            }
            throw e;
        }
        return UnreadableAnswer.orFail(request, response, () -> found(response));
    }

    /** Whether a search expression finds the user with this id. The search is about a second behind. */
    boolean matches(String id, String search) {
        boolean[] found = new boolean[1];
        list("(" + search + ") and id eq \"" + id + '"', Priority.CALL, user -> found[0] |= id.equals(user.id()));
        return found[0];
    }

    /** Whether the user has a role of an administrator, by itself or by a group; false where there is no such user. */
    boolean hasRole(String id) {
        OktaRequest request = request(OktaUsersOperation.listRoles, List.of(id), "", Map.of(), null);
        try {
            OktaResponse response = client.send(request, CallContext.of(Priority.CALL));
            JsonNode roles = json(request, response);
            if (!roles.isArray()) {
                throw unreadable(request, response);
            }
            return !roles.isEmpty();
        } catch (OktaUsersException e) {
            if (e.isNotFound()) {
                return false;
            }
            throw e;
        }
    }

    /** The request of a planned write, which holds for the profile's version that was read. */
    OktaRequest write(PlannedCall call, CurrentUser user) {
        boolean guarded = call.operation().conditional() && user.etag() != null;
        return request(
                call.operation(),
                call.operation() == OktaUsersOperation.create ? List.of() : List.of(user.id()),
                call.query(),
                guarded ? Map.of(OktaRequest.IF_MATCH, user.etag()) : Map.of(),
                call.body());
    }

    /**
     * Hands over every user that matches a search expression, page by page.
     *
     * @param priority {@link Priority#POLLING} for long listings: other calls go before them
     */
    void list(String search, Priority priority, Consumer<CurrentUser> taker) {
        OktaRequest first = request(
                OktaUsersOperation.list,
                List.of(),
                "search=" + PercentEncoder.encode(search) + "&limit=" + OktaUsersOperation.LARGEST_PAGE,
                Map.of(),
                null);
        PageIterator<JsonNode> pages = new PageIterator<>(client, first, () -> CallContext.of(priority), page -> {
            JsonNode users = JSON.readTree(page.body());
            if (!users.isArray()) {
                throw new IOException("no list");
            }
            users.forEach(element -> taker.accept(user(first, page, element)));
            return users;
        });
        pages.forEachRemaining(users -> {});
    }

    OktaRequest request(
            OktaUsersOperation operation,
            List<String> path,
            String query,
            Map<String, String> headers,
            ObjectNode body) {
        byte[] bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        return OktaRequest.of(operation, org, path, query, headers, bytes);
    }

    /**
     * The user in an answer that holds one.
     *
     * @throws IOException if it holds none
     */
    static Found found(OktaResponse response) throws IOException {
        CurrentUser user = CurrentUser.of(
                JSON.readTree(response.body()), response.header("ETag").orElse(null));
        if (user == null) {
            throw new IOException("no user");
        }
        return new Found(user, response);
    }

    private static CurrentUser user(OktaRequest request, OktaResponse response, JsonNode json) {
        CurrentUser user = CurrentUser.of(json, response.header("ETag").orElse(null));
        if (user == null) {
            throw unreadable(request, response);
        }
        return user;
    }

    private static JsonNode json(OktaRequest request, OktaResponse response) {
        return UnreadableAnswer.orFail(request, response, () -> JSON.readTree(response.body()));
    }

    private static OktaUsersException unreadable(OktaRequest request, OktaResponse response) {
        return UnreadableAnswer.failure(request, response, new IOException("no user"))
                .build();
    }
}
