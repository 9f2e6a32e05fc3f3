/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.spring;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.OktaSimulatorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts an org for an application context. A record, since Spring shares a context between test classes whose customizers are
 * equal.
 *
 * @param seed where the file is that fills the org; empty if none does
 * @param chaos the seed of a bad day; 0 for a good one
 */
record OktaSimulatorCustomizer(String seed, long chaos) implements ContextCustomizer {
    private static final String PREFIX = "camel.component.okta-users.";
    /** Besides the token they would contradict it. */
    private static final List<String> OTHER_CREDENTIALS =
            List.of("access-token", "oauth-client-id", "private-key", "oauth-key-id", "oauth-scopes", "dpop");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
        OktaSimulator okta = setup(context).start();
        DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
        String name = OktaSimulator.class.getName();
        beans.registerSingleton(name, okta);
        beans.registerDisposableBean(name, okta::close);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("okta-users-simulator", properties(okta)));
    }

    private OktaSimulatorBuilder setup(ConfigurableApplicationContext context) {
        OktaSimulatorBuilder setup = OktaSimulator.builder();
        if (chaos != 0) {
            setup.chaos(chaos);
        }
        if (seed.isEmpty()) {
            return setup;
        }
        try (InputStream json = context.getResource(seed).getInputStream()) {
            return setup.seed(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seed " + seed, e);
        }
    }

    private static Map<String, Object> properties(OktaSimulator okta) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(PREFIX + "org-url", okta.orgUrl());
        properties.put(PREFIX + "token", okta.token());
        OTHER_CREDENTIALS.forEach(option -> properties.put(PREFIX + option, ""));
        return properties;
    }
}
