/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.OktaUsersComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the starter acts, and on which component. */
class AutoConfigurationTest {
    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, OktaUsersComponentAutoConfiguration.class))
            .withPropertyValues("camel.component.okta-users.org-url=https://acme.okta.com");

    @Test
    void the_component_has_the_options_of_the_environment() {
        spring.run(app -> assertThat(component(app.getBean(CamelContext.class), "okta-users")
                        .getConfiguration()
                        .getOrgUrl())
                .isEqualTo("https://acme.okta.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.enabled=false", "camel.component.okta-users.enabled=false"})
    void disabled_leaves_the_component_alone(String disabled) {
        spring.withPropertyValues(disabled).run(app -> {
            assertThat(app).doesNotHaveBean(OktaUsersComponentConfiguration.class);
            assertThat(component(app.getBean(CamelContext.class), "okta-users")
                            .getConfiguration()
                            .getOrgUrl())
                    .isNull();
        });
    }

    @Test
    void the_own_switch_wins_over_that_of_all_components() {
        spring.withPropertyValues("camel.component.enabled=false", "camel.component.okta-users.enabled=true")
                .run(app -> assertThat(app).hasSingleBean(OktaUsersComponentConfiguration.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"camel.component.customizer.enabled=false", "camel.component.okta-users.customizer.enabled=false"
            })
    void the_customizer_can_be_turned_off_alone(String disabled) {
        spring.withPropertyValues(disabled).run(app -> {
            assertThat(app).hasSingleBean(OktaUsersComponentConfiguration.class);
            assertThat(component(app.getBean(CamelContext.class), "okta-users")
                            .getConfiguration()
                            .getOrgUrl())
                    .isNull();
        });
    }

    @Test
    void without_camel_the_application_starts_and_nothing_is_configured() {
        spring.withClassLoader(new FilteredClassLoader(CamelContext.class))
                .run(app -> assertThat(app).hasNotFailed().doesNotHaveBean(OktaUsersComponentConfiguration.class));
    }

    @Test
    void without_camels_own_auto_configuration_nothing_is_configured() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(OktaUsersComponentAutoConfiguration.class))
                .withBean(CamelContext.class, DefaultCamelContext::new)
                .run(app -> assertThat(app).hasNotFailed().doesNotHaveBean(OktaUsersComponentConfiguration.class));
    }

    @Test
    void spring_boot_finds_the_auto_configuration_by_itself() {
        new ApplicationContextRunner().withUserConfiguration(Everything.class).run(app -> assertThat(app)
                .hasSingleBean(OktaUsersComponentAutoConfiguration.class));
    }

    @Test
    void a_customizer_of_the_application_has_the_last_word() {
        spring.withUserConfiguration(Customized.class)
                .withPropertyValues("camel.component.okta-users.max-connections=7")
                .run(app -> {
                    OktaUsersComponent component = component(app.getBean(CamelContext.class), "okta-users");
                    assertThat(component.getConfiguration().getOrgUrl()).isEqualTo("https://acme.okta.com");
                    assertThat(component.getMaxConnections()).isEqualTo(8);
                });
    }

    @Test
    void a_component_bean_for_a_second_org_keeps_what_it_has() {
        spring.withUserConfiguration(SecondOrg.class)
                .withPropertyValues("camel.component.okta-users.token=00ofTheFirst")
                .run(app -> {
                    OktaUsersComponent second = component(app.getBean(CamelContext.class), "okta-users-eu");
                    assertThat(second.getConfiguration().getOrgUrl()).isEqualTo("https://acme.okta-emea.com");
                    assertThat(second.getConfiguration().getToken()).isNull();
                });
    }

    @Test
    void a_component_bean_in_the_place_of_ours_keeps_what_no_property_sets() {
        spring.withUserConfiguration(OwnComponent.class).run(app -> {
            OktaUsersComponent own = component(app.getBean(CamelContext.class), "okta-users");
            assertThat(own).isSameAs(app.getBean(OktaUsersComponent.class));
            assertThat(own.getMaxConnections()).isEqualTo(3);
            assertThat(own.getConfiguration().getOrgUrl()).isEqualTo("https://acme.okta.com");
        });
    }

    private static OktaUsersComponent component(CamelContext context, String name) {
        return context.getComponent(name, OktaUsersComponent.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Everything {}

    @Configuration(proxyBeanMethods = false)
    static class Customized {
        /** Its name sorts before ours, so that only the order can make it come second. */
        @Bean
        ComponentCustomizer aCustomizer() {
            return ComponentCustomizer.forType(
                    OktaUsersComponent.class,
                    component -> component.setMaxConnections(component.getMaxConnections() + 1));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SecondOrg {
        @Bean("okta-users-eu")
        OktaUsersComponent second() {
            OktaUsersComponent component = new OktaUsersComponent();
            component.getConfiguration().setOrgUrl("https://acme.okta-emea.com");
            return component;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnComponent {
        @Bean("okta-users")
        OktaUsersComponent own() {
            OktaUsersComponent component = new OktaUsersComponent();
            component.setMaxConnections(3);
            return component;
        }
    }
}
