/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.OktaUsersComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** Makes contexts whose component calls a simulated org. */
public final class SimulatedContexts {

    private SimulatedContexts() {}

    /** One that is not started yet. */
    public static DefaultCamelContext on(OktaSimulator okta) {
        DefaultCamelContext context = new DefaultCamelContext();
        OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        return context;
    }
}
