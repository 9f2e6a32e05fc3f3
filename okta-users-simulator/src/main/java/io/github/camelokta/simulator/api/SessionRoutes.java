/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.Belongings;
import java.util.List;

/** Ending sessions. */
final class SessionRoutes {
    private SessionRoutes() {}

    static List<Route> routes() {
        return List.of(Route.of("DELETE", "/api/v1/users/{userId}/sessions", SessionRoutes::clear));
    }

    private static Reply clear(Call call) {
        Belongings all = call.org().belongings(call.userById().id());
        all.sessions().clear();
        if (call.flag("oauthTokens", false)) {
            all.refreshTokens().clear();
        }
        return Reply.noContent();
    }
}
