/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Camel context with the component, whose org is a WireMock and whose environment is empty. */
abstract class RouteFixture {
    static final String TOKEN = "00CanarySecret";
    static final String ID = "00ub0oNGTSWTBKOLGLNR";

    @RegisterExtension
    static final WireMockExtension okta = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().gzipDisabled(true))
            .build();

    final DefaultCamelContext context = new DefaultCamelContext();
    final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);

    @BeforeEach
    void startContext() throws Exception {
        component.getConfiguration().setOrgUrl(okta.baseUrl());
        component.getConfiguration().setToken(TOKEN);
        component.setMaxAttempts(1);
        context.addComponent("okta-users", component);
        context.start();
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    final Exchange send(String uri, Object body, Map<String, Object> headers) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withBody(body)
                .withHeaders(headers)
                .send();
    }

    final Exchange send(String uri) {
        return send(uri, "before", Map.of());
    }

    final Exchange sent(String uri) {
        return sent(uri, "before", Map.of());
    }

    final Exchange sent(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    /** The sentence with which a call fails before anything is sent. */
    final String refusal(String uri) {
        String sentence = refusal(uri, "before", Map.of());
        assertThat(lines()).isEmpty();
        return sentence;
    }

    final String refusal(String uri, Object body, Map<String, Object> headers) {
        Throwable failure;
        try {
            failure = send(uri, body, headers).getException();
        } catch (RuntimeException e) {
            failure = e;
        }
        assertThat(failure).isNotNull();
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        assertThat(failure).isInstanceOf(IllegalArgumentException.class);
        return failure.getMessage();
    }

    final void route(RouteBuilder route) throws Exception {
        context.addRoutes(route);
    }

    static void answer(String url, ResponseDefinitionBuilder answer) {
        okta.stubFor(any(urlEqualTo(url)).willReturn(answer));
    }

    static void json(String url, String body, String... links) {
        answer(url, linked(body, links));
    }

    static ResponseDefinitionBuilder linked(String body, String... links) {
        ResponseDefinitionBuilder answer = aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
        for (String link : links) {
            answer = answer.withHeader("Link", "<" + okta.baseUrl() + link + ">; rel=\"next\"");
        }
        return answer;
    }

    static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"errorCode\":\"" + code + "\",\"errorSummary\":\"no\",\"errorCauses\":[]}");
    }

    /** The request lines that Okta has got, in their order. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        okta.getAllServeEvents()
                .forEach(event -> lines.add(
                        0,
                        event.getRequest().getMethod() + " "
                                + event.getRequest().getUrl()));
        return lines;
    }
}
