/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import io.github.camelokta.simulator.http.Route;

/** Which scope a route needs, as Okta's API description lists them: by method, and whether it is about roles. */
final class ScopeRule {
    private ScopeRule() {}

    /** The scope; null where the path is not known, so that any token may learn that. */
    static String scopeOf(Route route) {
        if (route.segments().isEmpty()) {
            return null;
        }
        String resource = route.segments().contains("roles") ? "roles" : "users";
        return "okta." + resource + (route.method().equals("GET") ? ".read" : ".manage");
    }
}
