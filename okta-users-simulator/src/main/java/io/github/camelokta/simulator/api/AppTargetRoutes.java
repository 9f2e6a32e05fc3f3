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
import io.github.camelokta.simulator.org.Role;
import java.util.List;
import java.util.Set;

/**
 * The apps that an APP_ADMIN is limited to.
 *
 * <p>Choices: any catalog name is taken, because Okta's catalog is not simulated, but an instance must exist in the org and
 * be of that app; a role that takes no app targets is refused with 400 E0000091, removing the last target with
 * 400 E0000001 (documented as "an error" only); "all apps" takes all targets away.
 */
final class AppTargetRoutes {
    private static final String APPS = "/api/v1/users/{userId}/roles/{roleId}/targets/catalog/apps";

    private AppTargetRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", APPS, AppTargetRoutes::list),
                Route.of("PUT", APPS, AppTargetRoutes::addAll),
                Route.of("PUT", APPS + "/{appName}", call -> add(call, call.path("appName"))),
                Route.of("PUT", APPS + "/{appName}/{applicationId}", call -> add(call, instance(call))),
                Route.of("DELETE", APPS + "/{appName}", call -> remove(call, call.path("appName"))),
                Route.of("DELETE", APPS + "/{appName}/{applicationId}", call -> remove(call, instanceTarget(call))));
    }

    private static Set<String> targets(Call call) {
        Role role = RoleRoutes.find(call);
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

    private static Reply list(Call call) {
        return ListReply.page(call, List.copyOf(targets(call)), target -> target, target -> json(call, target));
    }

    private static Reply addAll(Call call) {
        targets(call).clear();
        return Reply.okEmpty();
    }

    private static Reply add(Call call, String target) {
        targets(call).add(target);
        return Reply.noContent();
    }

    private static Reply remove(Call call, String target) {
        Targets.remove(targets(call), target, "CatalogApplication");
        return Reply.noContent();
    }

    private static ObjectNode json(Call call, String target) {
        String name = target.contains("/") ? target.substring(0, target.indexOf('/')) : target;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name);
        json.put("displayName", name);
        json.put("status", "ACTIVE");
        if (target.contains("/")) {
            String id = target.substring(target.indexOf('/') + 1);
            json.put("id", id);
            call.org().apps().find(id).ifPresent(app -> json.put("displayName", app.label()));
        }
        json.putObject("_links").putObject("self").put("href", call.api() + "/catalog/apps/" + name);
        return json;
    }
}
