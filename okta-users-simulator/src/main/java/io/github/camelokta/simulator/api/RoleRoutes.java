/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.Role;
import io.github.camelokta.simulator.org.RoleType;
import io.github.camelokta.simulator.org.UserState;
import java.util.List;
import java.util.Objects;

/** Administrator roles of a user: standard ones, and custom ones bound to a resource set. */
final class RoleRoutes {
    private static final String ROLES = "/api/v1/users/{userId}/roles";

    private RoleRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", ROLES, RoleRoutes::list),
                Route.of("POST", ROLES, RoleRoutes::assign),
                Route.of("GET", ROLES + "/{roleId}", call -> Reply.ok(json(call, find(call)))),
                Route.of("DELETE", ROLES + "/{roleId}", RoleRoutes::remove));
    }

    /** The role that the path names. */
    static Role find(Call call) {
        String roleId = call.path("roleId");
        return roles(call).stream()
                .filter(role -> role.id().equals(roleId))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(roleId, "Role"));
    }

    private static List<Role> roles(Call call) {
        return call.org().belongings(call.userById().id()).roles();
    }

    private static Reply list(Call call) {
        return ListReply.whole(roles(call), role -> json(call, role));
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
        return Role.standard(type, org.clock().instant());
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
        String userId = call.userById().id();
        json.putObject("_links").putObject("assignee").put("href", call.api() + "/users/" + userId);
        return json;
    }
}
