/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.concurrent.Callable;
import org.apache.camel.impl.DefaultCamelContext;

/** Suspends a user and tells the new status; loaded where there is neither Micrometer nor telemetry nor a console. */
public final class CallWithoutOptionalLibraries implements Callable<String> {
    @Override
    public String call() throws Exception {
        try (OktaSimulator okta = OktaSimulator.start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            String id = okta.addUser("ann@example.com", UserStatus.ACTIVE).id();
            OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
            component.getConfiguration().setOrgUrl(okta.orgUrl());
            component.getConfiguration().setToken(okta.token());
            context.addComponent("okta-users", component);
            context.start();
            context.createProducerTemplate().requestBody("okta-users:suspend?userId=" + id, null, String.class);
            return okta.findUser(id).orElseThrow().status() + " "
                    + component.snapshot().orgs().size();
        }
    }
}
