/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import io.github.camelokta.users.api.ListMode;
import io.github.camelokta.users.endpoint.dsl.OktaUsersEndpointBuilderFactory.OktaUsersBuilders;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

public class SuspensionRoutes extends EndpointRouteBuilder implements OktaUsersBuilders {
    @Override
    public void configure() {
        from(oktaUsers("list")
                        .mode(ListMode.changes)
                        .name("sleepers")
                        .search("RAW(profile.city eq \"Old & New\")")
                        .initialDelay(0))
                .setHeader(oktaUsers().oktaUsersUserId(), simple("${body[id]}"))
                .to(direct("suspend"));

        from(direct("suspend")).to(oktaUsers("suspend").idempotent(true));
    }
}
