/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A Camel context in which a sample's routes can start: against a simulated org, with stubs of what else they talk to. */
final class SampleContext implements AutoCloseable {
    private static final Pattern SCHEME = Pattern.compile("[\"\\s:]([a-z][a-z0-9-]*):(?=[\\w#{$])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([\\w.-]+)");
    private static final Pattern BEAN = Pattern.compile("=#(?:bean:)?(\\w+)");

    final DefaultCamelContext context = new DefaultCamelContext();

    SampleContext(OktaSimulator okta, String text) {
        OktaUsersComponent component = new OktaUsersComponent();
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        Properties values = new Properties();
        for (Matcher found = PLACEHOLDER.matcher(text); found.find(); ) {
            values.setProperty(found.group(1), "sample");
        }
        context.getPropertiesComponent().setInitialProperties(values);
        for (Matcher found = BEAN.matcher(text); found.find(); ) {
            context.getRegistry().bind(found.group(1), new MemoryStateRepository());
        }
        for (Matcher found = SCHEME.matcher(text); found.find(); ) {
            String scheme = found.group(1);
            boolean isOwn = text.contains("addComponent(\"" + scheme);
            if (!isOwn && context.hasComponent(scheme) == null && context.getComponent(scheme, true, false) == null) {
                context.addComponent(scheme, new StubComponent());
            }
        }
        context.getShutdownStrategy().setTimeout(5);
    }

    @Override
    public void close() {
        context.stop();
    }
}
