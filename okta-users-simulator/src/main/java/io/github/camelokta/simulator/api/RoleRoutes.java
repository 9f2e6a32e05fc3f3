/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.Role;
import io.github.camelokta.simulator.org.RoleType;
import io.github.camelokta.simulator.org.UserState;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Administrator roles of a user: standard ones, and custom ones bound to a resource set; and the apps and groups that a role is
 * limited to.
 *
 * <p>Choices: any catalog name is taken, because Okta's catalog is not simulated, but an instance must exist in the org and
 * be of that app; a role that takes no such targets is refused with 400 E0000091, removing the last target with
 * 400 E0000001 (documented as "an error" only); "all apps" takes all targets away.
 */
final class RoleRoutes {
    private static final String ROLES = "/api/v1/users/{userId}/roles";
    private static final String APPS = ROLES + "/{roleId}/targets/catalog/apps";
    private static final String GROUPS = ROLES + "/{roleId}/targets/groups";

    private RoleRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", ROLES, RoleRoutes::list),
                Route.of("POST", ROLES, RoleRoutes::assign),
                Route.of("GET", ROLES + "/{roleId}", call -> Reply.ok(json(call, find(call)))),
                Route.of("DELETE", ROLES + "/{roleId}", RoleRoutes::remove),
                Route.of("GET", APPS, RoleRoutes::listApps),
                Route.of("PUT", APPS, RoleRoutes::allApps),
                Route.of("PUT", APPS + "/{appName}", call -> addApp(call, call.path("appName"))),
                Route.of("PUT", APPS + "/{appName}/{applicationId}", call -> addApp(call, instance(call))),
                Route.of("DELETE", APPS + "/{appName}", call -> removeApp(call, call.path("appName"))),
                Route.of("DELETE", APPS + "/{appName}/{applicationId}", call -> removeApp(call, instanceTarget(call))),
                Route.of("GET", GROUPS, RoleRoutes::listGroups),
                Route.of("PUT", GROUPS + "/{groupId}", RoleRoutes::addGroup),
                Route.of("DELETE", GROUPS + "/{groupId}", RoleRoutes::removeGroup));
    }

    /** The role that the path names. */
    private static Role find(Call call) {
        String roleId = call.path("roleId");
        return roles(call).stream()
                .filter(role -> role.id().equals(roleId))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(roleId, "RoleAssignment"));
    }

    private static List<Role> roles(Call call) {
        return call.org().belongings(call.userById().id()).roles();
    }

    private static Reply list(Call call) {
        // In the order of their ids, as recorded: roles with targets come first.
        List<Role> byId =
                roles(call).stream().sorted(Comparator.comparing(Role::id)).toList();
        return ListReply.whole(byId, role -> json(call, role));
    }

    private static Reply assign(Call call) {
        UserState user = call.userById();
        ObjectNode body = call.body();
        String name = UserInput.required(body, "type", "type");
        RoleType type = RoleType.named(name)
                .orElseThrow(() -> OktaRefusal.invalid("type", "type: The role type '" + name + "' does not exist"));
        Role role = type == RoleType.CUSTOM ? custom(call.org(), body) : standard(call.org(), type);
        List<Role> roles = call.org().belongings(user.id()).roles();
        if (roles.stream().anyMatch(other -> same(other, role))) {
            throw OktaRefusal.of(type == RoleType.CUSTOM ? ErrorCode.E0000263 : ErrorCode.E0000090);
        }
        roles.add(role);
        return Reply.of(201, json(call, role));
    }

    private static Role standard(OktaOrg org, RoleType type) {
        return Role.standard(type, org.ids(), org.clock().instant());
    }

    private static Role custom(OktaOrg org, ObjectNode body) {
        return Role.custom(
                org.ids().next("irb"),
                UserInput.required(body, "role", "role"),
                UserInput.required(body, "resource-set", "resource-set"),
                org.clock().instant());
    }

    private static boolean same(Role one, Role other) {
        return one.type() == other.type()
                && Objects.equals(one.customRole(), other.customRole())
                && Objects.equals(one.resourceSet(), other.resourceSet());
    }

    private static Reply remove(Call call) {
        roles(call).remove(find(call));
        return Reply.noContent();
    }

    private static ObjectNode json(Call call, Role role) {
        String created = Timestamps.of(role.created());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", role.id());
        json.put("label", role.type().label());
        json.put("type", role.type().name());
        json.put("status", "ACTIVE");
        json.put("created", created);
        json.put("lastUpdated", created);
        json.put("assignmentType", "USER");
        if (role.type() == RoleType.CUSTOM) {
            json.put("role", role.customRole());
            json.put("resource-set", role.resourceSet());
        }
        ObjectNode links = json.putObject("_links");
        if (role.type() == RoleType.CUSTOM) {
            String customRole = call.api() + "/iam/roles/" + role.customRole();
            links.putObject("role").put("href", customRole);
            links.putObject("resource-set").put("href", call.api() + "/iam/resource-sets/" + role.resourceSet());
            links.putObject("permissions").put("href", customRole + "/permissions");
        }
        String userId = call.userById().id();
        links.putObject("assignee").put("href", call.api() + "/users/" + userId);
        return json;
    }

    private static Set<String> appTargets(Call call) {
        Role role = find(call);
        if (!role.type().takesAppTargets()) {
            throw OktaRefusal.of(ErrorCode.E0000091);
        }
        return role.appTargets();
    }

    private static String instance(Call call) {
        Named app = call.org().apps().get(call.path("applicationId"));
        if (!app.name().equals(call.path("appName"))) {
            throw OktaRefusal.notFound(call.path("applicationId"), "AppInstance");
        }
        return instanceTarget(call);
    }

    private static String instanceTarget(Call call) {
        return call.path("appName") + "/" + call.path("applicationId");
    }

    private static Reply listApps(Call call) {
        return ListReply.page(call, List.copyOf(appTargets(call)), target -> target, target -> app(call, target));
    }

    private static Reply allApps(Call call) {
        appTargets(call).clear();
        return changed(call, Reply.okEmpty());
    }

    private static Reply addApp(Call call, String target) {
        appTargets(call).add(target);
        return changed(call, Reply.noContent());
    }

    private static Reply removeApp(Call call, String target) {
        removeTarget(appTargets(call), target, "CatalogApplication");
        return changed(call, Reply.noContent());
    }

    /** The role's times move with its targets, as recorded. */
    private static Reply changed(Call call, Reply reply) {
        Role role = find(call);
        roles(call)
                .replaceAll(
                        one -> one == role ? one.changedAt(call.org().clock().instant()) : one);
        return reply;
    }

    /** A catalog app, or an instance: its name is its label, as recorded. */
    private static ObjectNode app(Call call, String target) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        int slash = target.indexOf('/');
        if (slash < 0) {
            json.put("name", target).put("displayName", target).put("status", "ACTIVE");
            json.putObject("_links").putObject("self").put("href", call.api() + "/catalog/apps/" + target);
            return json;
        }
        String id = target.substring(slash + 1);
        String label = call.org().apps().find(id).map(Named::label).orElse(target.substring(0, slash));
        json.put("name", label).put("status", "ACTIVE").put("id", id);
        json.putObject("_links").putObject("self").put("href", call.api() + "/apps/" + id);
        return json;
    }

    private static Set<String> groupTargets(Call call) {
        Role role = find(call);
        if (!role.type().takesGroupTargets()) {
            throw OktaRefusal.of(ErrorCode.E0000091);
        }
        return role.groupTargets();
    }

    private static Reply listGroups(Call call) {
        return ListReply.page(
                call,
                List.copyOf(groupTargets(call)),
                id -> id,
                id -> MembershipRoutes.group(call, call.org().groups().get(id)));
    }

    private static Reply addGroup(Call call) {
        groupTargets(call).add(call.org().groups().get(call.path("groupId")).id());
        return changed(call, Reply.noContent());
    }

    private static Reply removeGroup(Call call) {
        removeTarget(groupTargets(call), call.path("groupId"), "UserGroup");
        return changed(call, Reply.noContent());
    }

    /** A role without targets would rule everything, so the last one stays. */
    private static void removeTarget(Set<String> targets, String target, String type) {
        if (!targets.contains(target)) {
            throw OktaRefusal.notFound(target, type);
        }
        if (targets.size() == 1) {
            throw OktaRefusal.invalid(
                    "targets", "The last target of a role cannot be removed: remove the role assignment instead.");
        }
        targets.remove(target);
    }
}
