/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shortest way through everything: one exchange, one request. */
class SuspendRouteTest {
    @RegisterExtension
    static final WireMockExtension okta = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @Test
    void a_message_with_a_user_id_becomes_a_suspend_request() throws Exception {
        okta.stubFor(post(anyUrl()).willReturn(ok("{}")));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();

            Exchange result = context.createFluentProducerTemplate()
                    .to("okta-users:suspend?orgUrl=" + okta.baseUrl() + "&token=00secret")
                    .withHeader(OktaUsersConstants.USER_ID, "00u1")
                    .withBody("untouched")
                    .send();

            assertThat(result.getException()).isNull();
            assertThat(result.getMessage().getBody()).isEqualTo("untouched");
            assertThat(result.getMessage().getHeader(OktaUsersConstants.STATUS_CODE))
                    .isEqualTo(200);
            okta.verify(postRequestedFor(urlEqualTo("/api/v1/users/00u1/lifecycle/suspend"))
                    .withHeader("Authorization", equalTo("SSWS 00secret"))
                    .withHeader("Content-Length", equalTo("0")));
        }
    }
}
