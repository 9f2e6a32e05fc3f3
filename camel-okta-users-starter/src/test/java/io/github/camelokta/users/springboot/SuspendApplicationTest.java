/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersConstants;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole application, configured in YAML as its users would. */
@SpringBootTest
@ActiveProfiles("suspend")
class SuspendApplicationTest {
    @RegisterExtension
    static final WireMockExtension okta = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @DynamicPropertySource
    static void org(DynamicPropertyRegistry properties) {
        properties.add("camel.component.okta-users.org-url", okta::baseUrl);
    }

    @Test
    void a_route_calls_the_org_with_the_token_of_the_environment(@Autowired ProducerTemplate producer) {
        okta.stubFor(post(anyUrl()).willReturn(ok("{}")));

        producer.sendBodyAndHeader("direct:suspend", null, OktaUsersConstants.USER_ID, "00u1");

        okta.verify(postRequestedFor(urlEqualTo("/api/v1/users/00u1/lifecycle/suspend"))
                .withHeader("Authorization", equalTo("SSWS 00fromSpringsEnvironment")));
    }

    @Test
    void the_component_has_what_the_yaml_says(@Autowired CamelContext context) {
        OktaUsersComponent component = context.getComponent("okta-users", OktaUsersComponent.class);

        assertThat(component.getConnectTimeout()).isEqualTo(5_000);
        assertThat(component.getMaxConnections()).isEqualTo(4);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:suspend").to("okta-users:suspend");
                }
            };
        }
    }
}
