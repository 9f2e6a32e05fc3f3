/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Brings Spring Boot's properties to the component, unless {@code camel.component.okta-users.enabled} is false. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", OktaUsersComponentConfiguration.PREFIX})
@EnableConfigurationProperties({ComponentConfigurationProperties.class, OktaUsersComponentConfiguration.class})
public class OktaUsersComponentAutoConfiguration {

    @Bean
    @Lazy
    ComponentCustomizer configureOktaUsersComponent(
            CamelContext context,
            Environment environment,
            OktaUsersComponentConfiguration configuration,
            ObjectProvider<SslBundles> bundles) {
        return new OktaUsersComponentCustomizer(
                context, environment, configuration, new SslBundleSelector(bundles::getIfAvailable));
    }
}
