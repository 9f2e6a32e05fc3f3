/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import io.github.camelokta.users.OktaUsersComponent;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.core.env.Environment;

/**
 * Sets the given options on the component {@code okta-users}, before any customizer of the application's own.
 *
 * <p>Only on the one of that name: a component bean for a second org must not get the first one's URL and token.
 */
final class OktaUsersComponentCustomizer implements ComponentCustomizer {
    private final CamelContext context;
    private final Environment environment;
    private final OktaUsersComponentConfiguration configuration;
    private final SslBundleSelector bundles;

    OktaUsersComponentCustomizer(
            CamelContext context,
            Environment environment,
            OktaUsersComponentConfiguration configuration,
            SslBundleSelector bundles) {
        this.context = context;
        this.environment = environment;
        this.configuration = configuration;
        this.bundles = bundles;
    }

    /** The org bean comes first, so that an option like {@code token} beside it lands in that bean and is not lost. */
    @Override
    public void configure(String name, Component target) {
        Map<String, Object> options = CamelPropertiesHelper.getNonNullProperties(context, configuration);
        Object org = options.remove("configuration");
        if (org != null) {
            CamelPropertiesHelper.setCamelProperties(
                    context, target, new HashMap<>(Map.of("configuration", org)), true);
        }
        options.remove("sslBundle");
        bundles.select(configuration).ifPresent(ssl -> options.put("sslContextParameters", ssl));
        CamelPropertiesHelper.setCamelProperties(context, target, options, false);
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return "okta-users".equals(name)
                && target instanceof OktaUsersComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment,
                        "camel.component.customizer",
                        OktaUsersComponentConfiguration.PREFIX + ".customizer");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST;
    }
}
