/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.Role;
import java.util.List;
import java.util.Set;

/** The groups that a group or help desk administrator is limited to; refusals as for app targets. */
final class GroupTargetRoutes {
    private static final String GROUPS = "/api/v1/users/{userId}/roles/{roleId}/targets/groups";

    private GroupTargetRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", GROUPS, GroupTargetRoutes::list),
                Route.of("PUT", GROUPS + "/{groupId}", GroupTargetRoutes::add),
                Route.of("DELETE", GROUPS + "/{groupId}", GroupTargetRoutes::remove));
    }

    private static Set<String> targets(Call call) {
        Role role = RoleRoutes.find(call);
        if (!role.type().takesGroupTargets()) {
            throw OktaRefusal.of(ErrorCode.E0000091);
        }
        return role.groupTargets();
    }

    private static Reply list(Call call) {
        return ListReply.page(
                call,
                List.copyOf(targets(call)),
                id -> id,
                id -> MembershipRoutes.group(call, call.org().groups().get(id)));
    }

    private static Reply add(Call call) {
        targets(call).add(call.org().groups().get(call.path("groupId")).id());
        return Reply.noContent();
    }

    private static Reply remove(Call call) {
        Targets.remove(targets(call), call.path("groupId"), "UserGroup");
        return Reply.noContent();
    }
}
