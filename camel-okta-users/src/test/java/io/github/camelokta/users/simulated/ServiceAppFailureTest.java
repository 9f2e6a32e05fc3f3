/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.support.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service app that gets no token, and keys that change or stand in the wrong place. */
class ServiceAppFailureTest extends ServiceAppRoutes {

    @Test
    void a_grant_that_is_missing_breaks_only_the_calls_that_need_it() throws Exception {
        okta.serviceApp(ServiceApp.of("0oaNightly").key(PAIR.getPublic()).scopes("okta.users.read"));
        succeeds("okta-users:get");

        OktaUsersException failure = call("okta-users:suspend").getException(OktaUsersException.class);

        assertThat(failure)
                .hasMessage(
                        "suspend failed: nothing was sent to %s: no access token for okta.users.manage: Okta answered"
                                + " 400 invalid_scope (One or more scopes are not granted to the client.); grant this scope to"
                                + " the app of oauthClientId, or set oauthScopes to what it is granted",
                        okta.orgUrl());
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.getOperation()).isEqualTo("suspend");
        assertThat(failure.getStatusCode()).isZero();
        assertThat(okta.requests().matching("POST", "/api/.*")).isEmpty();
        succeeds("okta-users:get");
    }

    @Test
    void a_token_endpoint_that_is_down_makes_a_call_that_may_be_repeated_even_if_its_operation_must_not() {
        okta.faults().on("POST", "/oauth2/v1/token").times(20).fail(Fault.unavailable());

        OktaUsersException failure =
                call("okta-users:resetPassword?sendEmail=true").getException(OktaUsersException.class);

        assertThat(failure).hasMessageContaining("no access token for okta.users.manage: Okta answered 503");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(okta.requests().matching("POST", "/api/.*")).isEmpty();
    }

    @Test
    void what_Okta_repeats_of_the_assertion_is_masked() {
        okta.wireMock()
                .stubFor(
                        post("/oauth2/v1/token")
                                .willReturn(
                                        aResponse()
                                                .withStatus(400)
                                                .withTransformers("response-template")
                                                .withBody(
                                                        "{\"error\":\"invalid_request\",\"error_description\":\"Bad"
                                                                + " {{formData request.body 'form' urlDecode=true}}{{form.client_assertion}} x\"}")));
        assertThat(call("okta-users:get").getException())
                .hasMessageContaining("Okta answered 400 invalid_request (Bad xxxxxx x); check oauthClientId");
    }

    @Test
    void a_key_that_was_changed_in_its_file_and_in_Okta_is_found_without_a_restart() throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), Keys.pem(PAIR.getPrivate()));
        component.getConfiguration().setPrivateKey("file:" + file);
        succeeds("okta-users:get");
        KeyPair other = Keys.rsa(2048);
        okta.serviceApp(ServiceApp.of("0oaNightly").key(other.getPublic()).scopes(ALL.split(" ")));
        Files.writeString(file, Keys.pem(other.getPrivate()));

        succeeds("okta-users:suspend");

        assertThat(tokenRequests()).extracting(LoggedRequest::status).containsExactly(200, 401, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RAW"})
    void a_private_key_in_a_URI_is_refused_and_not_shown(String raw) {
        String key = Keys.pem(PAIR.getPrivate()).replace("\n", "");
        String material = key.substring(40, 70).replaceAll("[+/=].*", "");
        String value = raw.isEmpty() ? key.replaceAll("[^A-Za-z0-9]", "") : "RAW(" + key + ")";
        assertThatExceptionOfType(ResolveEndpointFailedException.class)
                .isThrownBy(() -> context.getEndpoint(
                        "okta-users:get?orgUrl=" + okta.orgUrl() + "&oauthClientId=x&privateKey=" + value))
                .withMessageContaining("A private key must not stand in a URI: set privateKey to file:, classpath: or a"
                        + " reference to a bean (#bean:name), or set it on the component")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(material));
    }

    @Test
    void a_private_key_that_a_URI_refers_to_is_taken() throws Exception {
        context.getRegistry().bind("key", Keys.pem(PAIR.getPrivate()));
        succeeds("okta-users:get?oauthClientId=0oaNightly&privateKey=#bean:key&orgUrl=" + okta.orgUrl());
    }
}
