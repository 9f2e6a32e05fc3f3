/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.limit.RateLimits;
import io.github.camelokta.simulator.org.Named;
import io.github.camelokta.simulator.org.UserState;
import java.util.List;

/**
 * The members of a group, by hand. Only an OKTA_GROUP takes them (403 since 2026.04.0; the code of it is a choice). Who is taken
 * out of a group that a rule put him into stands on the rule's list of exclusions afterwards. A second DELETE is 204 (a choice).
 */
final class GroupRoutes {
    private static final String MEMBER = "/api/v1/groups/{groupId}/users/{userId}";

    private GroupRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("PUT", MEMBER, RateLimits.GROUPS, GroupRoutes::add),
                Route.of("DELETE", MEMBER, RateLimits.GROUPS, GroupRoutes::remove));
    }

    private static Reply add(Call call) {
        String groupId = writable(call).id();
        call.org().belongings(call.userById().id()).groupIds().add(groupId);
        return Reply.noContent();
    }

    private static Reply remove(Call call) {
        String groupId = writable(call).id();
        UserState user = call.userById();
        call.org().rulesHolding(user, groupId).forEach(rule -> rule.excluded().add(user.id()));
        call.org().belongings(user.id()).groupIds().remove(groupId);
        return Reply.noContent();
    }

    private static Named writable(Call call) {
        Named group = call.org().groups().get(call.path("groupId"));
        if (!group.type().equals(Named.OKTA_GROUP)) {
            throw OktaRefusal.of(ErrorCode.E0000006);
        }
        return group;
    }
}
