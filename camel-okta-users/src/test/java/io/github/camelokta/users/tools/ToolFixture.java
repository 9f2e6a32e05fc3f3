/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.OktaUsersComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A started context whose component has a simulated org, for routes that are not written in a test's own Java. */
final class ToolFixture implements AutoCloseable {
    /** Longer than anything takes on a machine that has much to do. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    static final List<String> KAMELETS = List.of("okta-users-source", "okta-users-action");

    final DefaultCamelContext context = new DefaultCamelContext();
    final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);

    ToolFixture(OktaSimulator okta) {
        component.getConfiguration().setOrgUrl(okta.orgUrl());
        component.getConfiguration().setToken(okta.token());
        context.addComponent("okta-users", component);
        context.getShutdownStrategy().setTimeout(1);
    }

    ToolFixture property(String key, String value) {
        context.getPropertiesComponent().addInitialProperty(key, value);
        return this;
    }

    ToolFixture start(RoutesBuilder... routes) throws Exception {
        for (RoutesBuilder route : routes) {
            context.addRoutes(route);
        }
        context.start();
        return this;
    }

    /** With the properties of the kamelets, and a bean {@code cursors}. */
    static ToolFixture ofKamelets(OktaSimulator okta) {
        ToolFixture tools = new ToolFixture(okta);
        for (String kamelet : KAMELETS) {
            tools.property("camel.kamelet." + kamelet + ".orgUrl", okta.orgUrl());
            tools.property("camel.kamelet." + kamelet + ".token", okta.token());
        }
        tools.property("camel.kamelet.okta-users-source.delay", "20");
        tools.context.getRegistry().bind("cursors", new MemoryStateRepository());
        return tools;
    }

    /** What the samples of a source send to. */
    static RouteBuilder sink() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export").to("mock:export");
            }
        };
    }

    /** Loads a file of the test's class path, as the Camel CLI would. */
    ToolFixture load(String file) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:" + file));
        return this;
    }

    ToolFixture loadYaml(String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes.yaml", text));
        return this;
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withBody(body)
                .withHeaders(headers)
                .send();
    }

    MockEndpoint mock(String name) {
        MockEndpoint mock = context.getEndpoint("mock:" + name, MockEndpoint.class);
        mock.setResultWaitTime(PATIENCE.toMillis());
        return mock;
    }

    @Override
    public void close() {
        context.stop();
    }
}
