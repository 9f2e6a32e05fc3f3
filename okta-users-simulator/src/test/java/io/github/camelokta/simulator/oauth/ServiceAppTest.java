/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.VirtualClock;
import io.github.camelokta.simulator.org.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the org gives a service app, and what it refuses. */
class ServiceAppTest {
    private static final ECKey KEY = OauthClient.ecKey();

    private final VirtualClock clock = VirtualClock.startingAt("2026-11-23T10:00:00Z");
    private final OktaSimulator okta = OktaSimulator.builder()
            .clock(clock)
            .serviceApp(app().scopes("okta.users.read", "okta.users.manage", "okta.roles.read"))
            .build();
    private OauthClient client;

    @BeforeEach
    void start() throws Exception {
        okta.wireMock().start();
        client = new OauthClient(okta, KEY, clock.instant());
    }

    @AfterEach
    void stop() {
        okta.stop();
    }

    @Test
    void a_token_lets_calls_in_for_an_hour() {
        Answer answer = client.token("okta.users.read okta.users.manage", client.assertion());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.json().path("scope").asText()).isEqualTo("okta.users.read okta.users.manage");
        String authorization = "Bearer " + answer.json().path("access_token").asText();
        assertThat(client.call("GET", "/api/v1/users", authorization).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(3600));
        Answer late = client.call("GET", "/api/v1/users", authorization);
        assertThat(late.error()).isEqualTo("401 E0000011");
        assertThat(late.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_token_can_be_revoked() {
        String authorization = "Bearer " + token("okta.users.read");
        okta.serviceApps().revokeTokens();
        assertThat(client.call("GET", "/api/v1/users", authorization).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "okta.users.read, GET, /api/v1/users, 200",
        "okta.users.manage, GET, /api/v1/users, 403",
        "okta.users.manage, POST, /api/v1/users/ID/lifecycle/suspend, 200",
        "okta.users.read, POST, /api/v1/users/ID/lifecycle/suspend, 403",
        "okta.roles.read, GET, /api/v1/users/ID/roles, 200",
        "okta.users.read, GET, /api/v1/users/ID/roles, 403",
        "okta.roles.read, DELETE, /api/v1/users/ID/roles/x, 403",
    })
    void a_call_needs_the_scope_of_its_route(String scope, String method, String path, int status) {
        String id = okta.addUser("ann@example.com", UserStatus.ACTIVE).id();

        Answer answer = client.call(method, path.replace("ID", id), "Bearer " + token(scope));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.error()).isEqualTo("403 E0000006");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
        }
    }

    static List<Arguments> badAssertions() {
        return List.of(
                bad("is no client", claims -> claims.issuer("0oaOther")),
                bad("sub of the client_assertion", claims -> claims.subject("0oaOther")),
                bad("must be the endpoint", claims -> claims.audience("https://acme.okta.com")),
                bad("is expired", claims -> claims.expirationTime(null)),
                bad("is expired", claims -> claims.expirationTime(at(0))),
                bad("too far into the future", claims -> claims.expirationTime(at(3601))),
                bad("issued in the future", claims -> claims.issueTime(at(1))));
    }

    @ParameterizedTest
    @MethodSource("badAssertions")
    void a_bad_assertion_is_no_clients(String reason, UnaryOperator<JWTClaimsSet.Builder> change) {
        refused(
                client.token("okta.users.read", client.assertion(OauthClient.ES256, change)),
                "401 invalid_client",
                reason);
    }

    @Test
    void an_assertion_is_good_once_and_only_with_a_key_of_the_app() {
        String assertion = client.assertion();
        client.token("okta.users.read", assertion);
        refused(client.token("okta.users.read", assertion), "401 invalid_client", "used before");
        OauthClient stranger = new OauthClient(okta, OauthClient.ecKey(), clock.instant());
        refused(client.token("okta.users.read", stranger.assertion()), "401 invalid_client", "signature");
        refused(client.token("okta.users.read", "a.b.c"), "401 invalid_client", "is no JWT");
    }

    @Test
    void an_assertion_names_its_key_where_keys_have_ids() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).generate();
        okta.serviceApp(app().key("one", rsa.toPublicKey()).scopes("okta.users.read"));
        OauthClient other = new OauthClient(okta, rsa, clock.instant());
        JWSHeader named = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
        JWSHeader nameless = new JWSHeader(JWSAlgorithm.RS256);

        assertThat(client.token("okta.users.read", other.assertion(named, c -> c))
                        .status())
                .isEqualTo(200);
        refused(client.token("okta.users.read", other.assertion(nameless, c -> c)), "401 invalid_client", "signature");
    }

    @Test
    void a_scope_that_is_not_granted_is_refused() {
        refused(client.token("okta.users.read okta.logs.read", client.assertion()), "400 invalid_scope", "granted");
        refused(client.token("", client.assertion()), "400 invalid_scope", "no scope");
        refused(client.tokenOf("grant_type=password"), "400 unsupported_grant_type", "client_credentials");
        refused(client.tokenOf("grant_type=client_credentials"), "401 invalid_client", "no client_assertion");
    }

    @Test
    void a_reset_brings_back_the_apps_of_the_start() {
        String before = token("okta.users.read");
        okta.serviceApp(app().scopes("okta.roles.read"));
        okta.reset();
        assertThat(client.call("GET", "/api/v1/users", "Bearer " + before).status())
                .isEqualTo(401);
        assertThat(token("okta.users.read")).isNotEmpty();
    }

    private String token(String scope) {
        return client.token(scope, client.assertion())
                .json()
                .path("access_token")
                .asText();
    }

    private static void refused(Answer answer, String error, String reason) {
        assertThat(answer.status() + " " + answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).contains(reason);
    }

    private static ServiceApp app() {
        try {
            return ServiceApp.of("0oaNightly").key(KEY.toPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arguments bad(String reason, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(reason, change);
    }

    private static Date at(long seconds) {
        return Date.from(Instant.parse("2026-11-23T10:00:00Z").plusSeconds(seconds));
    }
}
