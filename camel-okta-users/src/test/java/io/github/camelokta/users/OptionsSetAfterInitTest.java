/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spring Boot and Camel Main set a component's options after they have initialized it: those count too. */
class OptionsSetAfterInitTest {
    @RegisterExtension
    static final WireMockExtension okta = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final OktaUsersComponent component = new OktaUsersComponent();

    @BeforeEach
    void answer() {
        okta.stubFor(post(anyUrl()).willReturn(okJson("{\"longer\":\"than four bytes\"}")));
        component.getConfiguration().setOrgUrl(okta.baseUrl());
        component.getConfiguration().setToken("00secret");
    }

    @Test
    void a_transport_option_set_after_init_is_in_force() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("okta-users", component);
            component.setMaxResponseSize(4);
            context.start();

            Exchange result = context.createFluentProducerTemplate()
                    .to("okta-users:suspend?userId=00u1")
                    .send();

            assertThat(result.getException()).hasMessageContaining("maxResponseSize");
        }
    }

    @Test
    void half_a_proxy_set_after_init_is_refused_with_the_remedy() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("okta-users", component);
            component.setProxyHost("proxy.example.com");

            assertThatThrownBy(context::start)
                    .hasRootCauseMessage("proxyHost and proxyPort go together: set both or none");
        }
    }
}
