/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.support.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The component signs in to an org as a service app. */
class ServiceAppRouteTest extends ServiceAppRoutes {
    private static final int THREADS = 50;

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
        fiftyAtOnce();
        assertThat(tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fifty_exchanges_with_an_expired_token_make_one_token_request_and_all_succeed(boolean dpop) throws Exception {
        if (dpop) {
            okta.serviceApp(app().requireDpop());
        }
        succeeds("okta-users:get");
        okta.serviceApps().revokeTokens();
        int before = tokenRequests().size();

        fiftyAtOnce();

        assertThat(tokenRequests()).hasSize(before + 1);
    }

    private void fiftyAtOnce() throws Exception {
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
}
