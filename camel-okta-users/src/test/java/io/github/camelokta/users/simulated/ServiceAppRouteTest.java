/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.OrgConfiguration;
import io.github.camelokta.users.support.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The component signs in to an org as a service app. */
@ExtendWith(OktaSimulatorExtension.class)
class ServiceAppRouteTest {
    private static final KeyPair PAIR = Keys.ec("secp256r1");
    private static final String TOKEN = "POST /oauth2/v1/token";
    private static final String ALL = "okta.users.read okta.users.manage okta.roles.read okta.roles.manage";
    private static final int THREADS = 50;

    @TempDir
    Path directory;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
    private OktaSimulator okta;

    @BeforeEach
    void start(OktaSimulator okta) throws Exception {
        this.okta = okta;
        okta.serviceApp(app());
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        setUp(component.getConfiguration());
        context.addComponent("okta-users", component);
        context.start();
    }

    private void setUp(OrgConfiguration configuration) {
        configuration.setOrgUrl(okta.orgUrl());
        configuration.setOauthClientId("0oaNightly");
        configuration.setPrivateKey(Keys.pem(PAIR.getPrivate()));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private static ServiceApp app() {
        return ServiceApp.of("0oaNightly").key(PAIR.getPublic()).scopes(ALL.split(" "));
    }

    @Test
    void a_token_per_scope_serves_all_endpoints_and_is_not_asked_for_again() throws Exception {
        succeeds("okta-users:get");
        succeeds("okta-users:get?expand=blocks");
        succeeds("okta-users:suspend");
        succeeds("okta-users:unsuspend");
        assertThat(okta.requests().methodsAndPaths())
                .containsExactly(
                        TOKEN,
                        "GET /api/v1/users/ann%40example.com",
                        "GET /api/v1/users/ann%40example.com",
                        TOKEN,
                        "POST /api/v1/users/ann%40example.com/lifecycle/suspend",
                        "POST /api/v1/users/ann%40example.com/lifecycle/unsuspend");
    }

    @Test
    void an_endpoint_with_the_same_set_of_its_own_has_the_same_tokens() throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), Keys.pem(PAIR.getPrivate()));
        component.getConfiguration().setPrivateKey("file:" + file);
        succeeds("okta-users:get");
        succeeds("okta-users:get?oauthClientId=0oaNightly&privateKey=file:" + file + "&orgUrl=" + okta.orgUrl() + "/");
        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void given_scopes_come_in_one_token() throws Exception {
        component.getConfiguration().setOauthScopes("okta.users.read okta.users.manage");
        succeeds("okta-users:get");
        succeeds("okta-users:suspend");
        assertThat(tokenRequests()).hasSize(1);
        assertThat(tokenRequests().get(0).body()).contains("scope=okta.users.read+okta.users.manage&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "true"})
    void an_app_that_must_bind_its_tokens_gets_in(String dpop) throws Exception {
        okta.serviceApp(app().requireDpop());
        component.getConfiguration().setDpop(dpop);
        succeeds("okta-users:get?expand=blocks");
        succeeds("okta-users:get?expand=blocks");
        succeeds("okta-users:suspend");
        assertThat(tokenRequests())
                .extracting(LoggedRequest::status)
                .containsExactlyElementsOf(dpop.equals("auto") ? List.of(400, 400, 200, 200) : List.of(400, 200, 200));
    }

    @Test
    void calls_get_in_after_they_were_asked_for_a_nonce() throws Exception {
        okta.serviceApp(app().requireDpop());
        okta.serviceApps().nonceOnCalls(true);
        String uri = "okta-users:get";
        Exchange first = call(uri);
        if (first.getException() != null) {
            succeeds(uri);
        }
        succeeds("okta-users:list");
        okta.serviceApps().nonceOnCalls(false);
        assertThat(tokenRequests()).extracting(LoggedRequest::status).containsExactly(400, 400, 200);
        assertThat(okta.requests().matching("GET", "/api/v1/.*"))
                .extracting(LoggedRequest::status)
                .containsExactly(401, 200, 200);
    }

    @Test
    void fifty_exchanges_without_a_token_make_one_token_request() throws Exception {
        okta.faults().on("POST", "/oauth2/v1/token").fail(Fault.delay(Duration.ofMillis(300)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        List<Future<Exchange>> exchanges = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            exchanges.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return call("okta-users:get");
            }));
        }
        for (Future<Exchange> exchange : exchanges) {
            assertThat(exchange.get().getException()).isNull();
        }
        threads.shutdown();
        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void a_token_that_the_org_forgot_is_replaced() throws Exception {
        succeeds("okta-users:get");
        okta.serviceApps().revokeTokens();
        Exchange refused = call("okta-users:get");
        if (refused.getException() != null) {
            assertThat(refused.getException(OktaUsersException.class).getStatusCode())
                    .isEqualTo(401);
        }
        succeeds("okta-users:get");
        assertThat(tokenRequests()).hasSize(2);
    }

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

    private List<LoggedRequest> tokenRequests() {
        return okta.requests().matching("POST", "/oauth2/v1/token");
    }

    private void succeeds(String uri) throws Exception {
        Exchange exchange = call(uri);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    private Exchange call(String uri) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withHeaders(Map.of("CamelOktaUsersUserId", "ann@example.com"))
                .send();
    }
}
