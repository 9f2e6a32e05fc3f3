/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.Catalog;
import io.github.camelokta.simulator.org.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a user belongs to: groups, apps, identity providers, and the users that it is linked with. */
final class MembershipRoutes {
    private static final String USER = "/api/v1/users/{userId}";
    private static final String LINKED = USER + "/linkedObjects/{relationshipName}";

    private static final int GROUPS_LIMIT = 200;
    private static final int LINKED_LIMIT = 1000;

    private MembershipRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", USER + "/groups", MembershipRoutes::groups),
                Route.of("GET", USER + "/appLinks", MembershipRoutes::appLinks),
                Route.of("GET", USER + "/idps", MembershipRoutes::identityProviders),
                Route.of("GET", LINKED, MembershipRoutes::listLinked),
                Route.of("PUT", LINKED + "/{primaryUserId}", MembershipRoutes::link),
                Route.of("DELETE", LINKED, MembershipRoutes::unlink));
    }

    private static Reply groups(Call call) {
        return ListReply.page(
                call, call.org().groupsOf(call.user()), GROUPS_LIMIT, Named::id, group -> group(call, group));
    }

    private static Reply appLinks(Call call) {
        Set<String> ids = call.org().belongings(call.user().id()).appIds();
        return ListReply.whole(named(call.org().apps(), ids), app -> appLink(call, app));
    }

    private static Reply identityProviders(Call call) {
        Set<String> ids = call.org().belongings(call.user().id()).identityProviderIds();
        return ListReply.whole(
                named(call.org().identityProviders(), ids), provider -> identityProvider(call, provider));
    }

    private static List<Named> named(Catalog catalog, Set<String> ids) {
        return ids.stream().map(catalog::find).flatMap(Optional::stream).toList();
    }

    static ObjectNode group(Call call, Named group) {
        String created = Timestamps.of(group.created());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", group.id());
        json.put("created", created);
        json.put("lastUpdated", created);
        json.put("lastMembershipUpdated", created);
        json.putArray("objectClass").add("okta:user_group");
        json.put("type", group.type());
        json.putObject("profile").put("name", group.name()).put("description", group.label());
        ObjectNode links = json.putObject("_links");
        ArrayNode logo = links.putArray("logo");
        for (String size : List.of("medium", "large")) {
            logo.addObject()
                    .put("name", size)
                    .put("href", call.request().baseUrl() + "/assets/img/logos/groups/" + size + ".png")
                    .put("type", "image/png");
        }
        links.putObject("users").put("href", call.api() + "/groups/" + group.id() + "/users");
        links.putObject("apps").put("href", call.api() + "/groups/" + group.id() + "/apps");
        return json;
    }

    private static ObjectNode appLink(Call call, Named app) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", app.id())
                .put("label", app.label())
                .put("linkUrl", call.request().baseUrl() + "/home/" + app.name() + "/" + app.id())
                .put("logoUrl", call.request().baseUrl() + "/logo/" + app.name() + ".png")
                .put("appName", app.name())
                .put("appInstanceId", app.id())
                .put("appAssignmentId", "0ua" + app.id().substring(3))
                .put("credentialsSetup", false)
                .put("hidden", false)
                .put("sortOrder", 0);
    }

    private static ObjectNode identityProvider(Call call, Named provider) {
        String created = Timestamps.of(provider.created());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", provider.id());
        json.put("type", provider.type());
        json.put("issuerMode", "DYNAMIC");
        json.put("name", provider.label());
        json.put("status", "ACTIVE");
        json.put("created", created);
        json.put("lastUpdated", created);
        ObjectNode protocol = json.putObject("protocol").put("type", provider.type());
        ObjectNode endpoints = protocol.putObject("endpoints");
        endpoints.putObject("sso").put("url", "https://idp.example.com/sso").put("binding", "HTTP-POST");
        endpoints.putObject("acs").put("binding", "HTTP-POST").put("type", "INSTANCE");
        protocol.putObject("credentials").putObject("trust").put("issuer", "https://idp.example.com");
        ObjectNode policy = json.putObject("policy");
        ObjectNode provisioning =
                policy.putObject("provisioning").put("action", "AUTO").put("profileMaster", false);
        provisioning.putObject("groups").put("action", "NONE");
        policy.putObject("accountLink").putNull("filter").put("action", "AUTO");
        ObjectNode subject = policy.putObject("subject");
        subject.putObject("userNameTemplate").put("template", "idpuser.subjectNameId");
        subject.putNull("filter").put("matchType", "USERNAME");
        policy.put("maxClockSkew", 0);
        json.putNull("properties");
        json.putObject("_links").putObject("self").put("href", call.api() + "/idps/" + provider.id());
        return json;
    }

    private static Reply listLinked(Call call) {
        List<String> ids = call.org()
                .links()
                .linked(call.path("relationshipName"), call.user().id());
        return ListReply.whole(call, ids, LINKED_LIMIT, id -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("_links").putObject("self").put("href", call.api() + "/users/" + id);
            return json;
        });
    }

    private static Reply link(Call call) {
        String primaryId = call.user(call.path("primaryUserId")).id();
        call.org().links().set(call.path("relationshipName"), call.user().id(), primaryId);
        return Reply.noContent();
    }

    private static Reply unlink(Call call) {
        call.org().links().remove(call.path("relationshipName"), call.user().id());
        return Reply.noContent();
    }
}
