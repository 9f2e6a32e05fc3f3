/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.org.OktaOrg;
import java.util.List;
import java.util.stream.Stream;

/** The table of all routes. */
public final class RouteTable {
    private RouteTable() {}

    /** The routes over this org. */
    public static List<Route> of(OktaOrg org) {
        return Stream.of(
                        new UserRoutes(org).routes(),
                        new UserWrites(org).routes(),
                        new LifecycleRoutes(org).routes(),
                        new CredentialRoutes(org).routes(),
                        SessionRoutes.routes(),
                        RoleRoutes.routes(),
                        AppTargetRoutes.routes(),
                        GroupTargetRoutes.routes(),
                        GrantRoutes.routes(),
                        ClientRoutes.routes(),
                        LinkedObjectRoutes.routes(),
                        MembershipRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }
}
