/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OrgConfiguration;
import io.github.camelokta.users.api.Credentials;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is written in the environment is what the component has. */
class BindingTest {
    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, OktaUsersComponentAutoConfiguration.class));

    static Stream<String> options() throws IOException {
        return Catalog.options().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void every_option_reaches_the_component(String name) throws Exception {
        JsonNode option = Catalog.options().get(name);
        String text = sampleOf(name, option);

        with(name, text, partnerOf(name, option)).run(app -> {
            Object expected =
                    switch (option.get("type").asText()) {
                        case "object" -> app.getBean(name);
                        case "duration" -> 7000L;
                        case "integer" -> option.get("javaType").asText().equals("long") ? (Object) 7L : (Object) 7;
                        case "boolean" -> Boolean.valueOf(text);
                        default -> text;
                    };
            assertThat(valueOf(name, app)).isEqualTo(expected);
        });
    }

    /** What an option needs beside it: the bean that it names, or the other half of a proxy. */
    private static UnaryOperator<ApplicationContextRunner> partnerOf(String name, JsonNode option) throws Exception {
        if (option.get("type").asText().equals("object")) {
            return bean(name, Class.forName(option.get("javaType").asText()));
        }
        return switch (name) {
            case "proxyHost" -> spring -> spring.withPropertyValues("camel.component.okta-users.proxy-port=9");
            case "proxyPort" -> spring -> spring.withPropertyValues("camel.component.okta-users.proxy-host=proxy");
            default -> UnaryOperator.identity();
        };
    }

    @ParameterizedTest
    @CsvSource({"5s, 5000", "250ms, 250", "1500, 1500", "PT2M, 120000"})
    void a_duration_is_written_as_usual_in_spring_boot(String text, long millis) {
        with("connectTimeout", text)
                .run(app -> assertThat(valueOf("connectTimeout", app)).isEqualTo(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#bean:credentials", "#credentials", "credentials"})
    void a_bean_is_named_with_or_without_its_prefix(String reference) {
        with("credentials", reference, bean("credentials", Credentials.class))
                .run(app -> assertThat(valueOf("credentials", app)).isSameAs(app.getBean(Credentials.class)));
    }

    @Test
    void a_bean_that_is_not_there_is_named_in_the_failure() {
        with("credentials", "#bean:nowhere").run(app -> assertThatThrownBy(() -> valueOf("credentials", app))
                .rootCause()
                .isInstanceOf(NoSuchBeanException.class)
                .hasMessageContaining("nowhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#secret", "a#b", "a+b%2Bc&d", "RAW(x)"})
    void a_password_is_taken_as_it_is_written(String password) {
        with("proxyPassword", password)
                .run(app -> assertThat(valueOf("proxyPassword", app)).isEqualTo(password));
    }

    @Test
    void options_beside_an_org_bean_complete_it() {
        spring.withBean("configuration", OrgConfiguration.class)
                .withPropertyValues(
                        "camel.component.okta-users.configuration=#bean:configuration",
                        "camel.component.okta-users.oauth-client-id=0oa1",
                        "camel.component.okta-users.private-key=file:key.pem")
                .run(app -> {
                    OrgConfiguration org = app.getBean(OrgConfiguration.class);
                    assertThat(valueOf("configuration", app)).isSameAs(org);
                    assertThat(org.getOauthClientId()).isEqualTo("0oa1");
                    assertThat(org.getPrivateKey()).isEqualTo("file:key.pem");
                });
    }

    private ApplicationContextRunner with(
            String option, String value, UnaryOperator<ApplicationContextRunner> partner) {
        return partner.apply(with(option, value));
    }

    private static <T> UnaryOperator<ApplicationContextRunner> bean(String name, Class<T> type) {
        return spring -> spring.withBean(name, type, () -> mock(type));
    }

    private ApplicationContextRunner with(String option, String value) {
        return spring.withPropertyValues("camel.component.okta-users." + Catalog.kebab(option) + "=" + value);
    }

    /** Never the default. */
    private static String sampleOf(String name, JsonNode option) {
        return switch (option.get("type").asText()) {
            case "object" -> "#bean:" + name;
            case "duration" -> "7s";
            case "integer" -> "7";
            case "boolean" -> String.valueOf(!option.get("defaultValue").asBoolean());
            case "enum" -> option.get("enum").get(1).asText();
            default -> "a text";
        };
    }

    private static Object valueOf(String option, BeanFactory app) {
        OktaUsersComponent component =
                app.getBean(CamelContext.class).getComponent("okta-users", OktaUsersComponent.class);
        return ((PropertyConfigurerGetter) component.getComponentPropertyConfigurer())
                .getOptionValue(component, option, false);
    }
}
