/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.github.camelokta.simulator.OktaClient.Answer;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app that must bind its tokens to a key. */
class DpopTest {
    private static final ECKey KEY = OauthClient.ecKey();
    private static final String PATH = "/api/v1/users";

    private final VirtualClock clock = VirtualClock.startingAt("2026-11-23T10:00:00Z");
    private final OktaSimulator okta = OktaSimulator.builder().clock(clock).build();
    private OauthClient client;

    @BeforeEach
    void start() throws Exception {
        okta.wireMock().start();
        okta.serviceApp(ServiceApp.of("0oaNightly")
                .key(KEY.toPublicKey())
                .scopes("okta.users.read")
                .requireDpop());
        client = new OauthClient(okta, KEY, clock.instant());
    }

    @AfterEach
    void stop() {
        okta.stop();
    }

    @Test
    void without_a_proof_there_is_no_token() {
        Answer answer = client.token("okta.users.read", client.assertion());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_dpop_proof");
        assertThat(answer.json().path("error_description").asText()).isEqualTo("The DPoP proof JWT header is missing.");
    }

    @Test
    void a_proof_without_the_orgs_nonce_is_asked_for_it() {
        Answer answer = ask(null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("use_dpop_nonce");

        Answer second = ask(answer.header("dpop-nonce"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("token_type").asText()).isEqualTo("DPoP");
    }

    @Test
    void a_nonce_changes_after_a_day_and_is_good_for_three() {
        String nonce = ask(null).header("dpop-nonce");
        assertThat(ask(null).header("dpop-nonce")).isEqualTo(nonce);
        clock.advance(Duration.ofHours(24));
        client = new OauthClient(okta, KEY, clock.instant());
        assertThat(ask(null).header("dpop-nonce")).isNotEqualTo(nonce);
        assertThat(ask(nonce).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(48));
        client = new OauthClient(okta, KEY, clock.instant());
        assertThat(ask(nonce).json().path("error").asText()).isEqualTo("use_dpop_nonce");
    }

    @Test
    void a_call_needs_a_proof_of_its_own_with_the_key_of_the_token() {
        String token = token();
        String url = okta.orgUrl() + PATH;
        String proof = client.proof("GET", url, null, token);

        assertThat(call("DPoP " + token, proof).status()).isEqualTo(200);
        refused(call("DPoP " + token, proof), "invalid_dpop_proof");
        refused(call("DPoP " + token, client.proof("GET", url + "?limit=1", null, token)), "invalid_dpop_proof");
        refused(call("DPoP " + token, client.proof("GET", url, null, null)), "invalid_dpop_proof");
        refused(client.call("GET", PATH, "DPoP " + token), "invalid_dpop_proof");
        OauthClient thief = new OauthClient(okta, KEY, clock.instant());
        refused(call("DPoP " + token, thief.proof("GET", url, null, token)), "invalid_token");
        assertThat(client.call("GET", PATH, "Bearer " + token).header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void calls_can_be_made_to_need_a_nonce_too() {
        okta.serviceApps().nonceOnCalls(true);
        String token = token();
        String url = okta.orgUrl() + PATH;

        Answer answer = call("DPoP " + token, client.proof("GET", url, null, token));

        refused(answer, "use_dpop_nonce");
        String nonce = answer.header("DPoP-Nonce");
        assertThat(call("DPoP " + token, client.proof("GET", url, nonce, token)).status())
                .isEqualTo(200);
        okta.serviceApps().revokeNonces();
        refused(call("DPoP " + token, client.proof("GET", url, nonce, token)), "use_dpop_nonce");
    }

    private Answer call(String authorization, String proof) {
        return client.call("GET", PATH, authorization, "DPoP", proof);
    }

    private static void refused(Answer answer, String error) {
        assertThat(answer.error()).isEqualTo("401 E0000011");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("DPoP error=\"" + error + "\"");
    }

    private Answer ask(String nonce) {
        return client.token("okta.users.read", client.assertion(), "DPoP", client.proof(nonce));
    }

    private String token() {
        return ask(ask(null).header("dpop-nonce")).json().path("access_token").asText();
    }
}
