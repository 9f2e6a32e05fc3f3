/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.Rejection;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgSettings.Source;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.operation.HttpMethod;
import io.github.camelokta.users.operation.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When proofs are sent, and what stands in them. */
class DpopCredentialsTest extends ServiceAppFixture {
    /** The access token of RFC 9449, section 7.1, and its hash there. */
    private static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    private static final String ATH = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

    @Test
    void a_demand_for_proofs_is_obeyed_and_remembered() {
        refuses(400, "invalid_dpop_proof");
        refuses(400, "use_dpop_nonce", "n1");
        gives("DPoP", "t1");
        gives("DPoP", "t2");
        Credentials credentials = credentials();

        credentials.headersFor(call(Scope.USERS_READ));
        credentials.headersFor(call(Scope.USERS_MANAGE));

        assertThat(proofs).hasSize(4);
        assertThat(proofs.get(0)).isNull();
        assertThat(claims(proofs.get(1))).doesNotContainKey("nonce");
        assertThat(claims(proofs.get(2))).containsEntry("nonce", "n1");
        assertThat(claims(proofs.get(3))).containsEntry("nonce", "n1");
        assertThat(proofs.stream().skip(1).map(each -> claims(each).get("jti"))).doesNotHaveDuplicates();
        assertThat(forms.stream()
                        .map(each -> claims(each.get("client_assertion")).get("jti")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_proof_at_the_token_endpoint_is_for_it_alone() throws Exception {
        options.put(Option.dpop, "true");
        gives("DPoP", "t1");
        credentials().headersFor(call(Scope.USERS_READ));

        SignedJWT proof = jwt(proofs.get(0));
        assertThat(proof.getHeader().getType()).hasToString("dpop+jwt");
        assertThat(proof.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(proof.getHeader().getJWK().isPrivate()).isFalse();
        assertThat(proof.verify(new ECDSAVerifier(proof.getHeader().getJWK().toECKey())))
                .isTrue();
        Map<String, Object> claims = claims(proofs.get(0));
        assertThat((String) claims.remove("jti")).hasSizeGreaterThan(30);
        assertThat(claims)
                .isEqualTo(Map.of("htm", "POST", "htu", ORG + "/oauth2/v1/token", "iat", NOW.getEpochSecond()));
    }

    @Test
    void each_attempt_of_a_call_has_a_proof_of_its_own_with_the_hash_of_the_token() {
        options.put(Option.dpop, "true");
        gives("DPoP", TOKEN);
        Credentials credentials = credentials();

        Map<String, String> first = credentials.headersFor(call(Scope.USERS_READ));
        Map<String, String> second =
                credentials.headersFor(call(Scope.USERS_READ, HttpMethod.DELETE, ORG + ":8443/api/v1/users"));

        assertThat(first).containsEntry("Authorization", "DPoP " + TOKEN).hasSize(2);
        Map<String, Object> claims = claims(first.get("DPoP"));
        Object id = claims.remove("jti");
        assertThat(claims)
                .isEqualTo(Map.of(
                        "htm", "GET", "htu", ORG + "/api/v1/users/a%2Fb", "iat", NOW.getEpochSecond(), "ath", ATH));
        assertThat(claims(second.get("DPoP")))
                .containsEntry("htm", "DELETE")
                .containsEntry("htu", ORG + ":8443/api/v1/users")
                .doesNotContainEntry("jti", id);
        assertThat(jwt(first.get("DPoP")).getHeader().getJWK())
                .as("one key for the token and its calls")
                .isEqualTo(jwt(proofs.get(0)).getHeader().getJWK());
    }

    @Test
    void a_nonce_that_a_call_is_asked_for_is_in_the_next_attempt_and_the_token_stays() {
        options.put(Option.dpop, "true");
        gives("DPoP", "t1");
        Credentials credentials = credentials();
        Map<String, String> first = credentials.headersFor(call(Scope.USERS_READ));
        Map<String, String> answer =
                Map.of("DPoP-Nonce", "n7", "WWW-Authenticate", "DPoP error=\"use_dpop_nonce\", algs=\"ES256\"");

        credentials.rejected(new Rejection(first, answer::get));

        Map<String, String> second = credentials.headersFor(call(Scope.USERS_READ));
        assertThat(second).containsEntry("Authorization", "DPoP t1");
        assertThat(claims(second.get("DPoP"))).containsEntry("nonce", "n7");
        assertThat(forms).hasSize(1);
    }

    @Test
    void a_nonce_of_the_token_endpoint_is_not_one_of_calls() {
        options.put(Option.dpop, "true");
        refuses(400, "use_dpop_nonce", "n1");
        gives("DPoP", "t1");
        assertThat(claims(credentials().headersFor(call(Scope.USERS_READ)).get("DPoP")))
                .doesNotContainKey("nonce");
    }

    @Test
    void a_new_nonce_in_any_answer_is_the_next_ones() {
        options.put(Option.dpop, "true");
        answers(200, "n2", "{'token_type':'DPoP','access_token':'t1'}");
        gives("DPoP", "t2");
        Credentials credentials = credentials();
        credentials.headersFor(call(Scope.USERS_READ));
        credentials.headersFor(call(Scope.USERS_MANAGE));
        assertThat(claims(proofs.get(1))).containsEntry("nonce", "n2");
    }

    @Test
    void a_demand_that_meets_several_requests_at_once_is_obeyed_by_each() throws Exception {
        CyclicBarrier together = new CyclicBarrier(Scope.values().length);
        Credentials credentials = new CredentialsFactory(
                        (org, path, headers, form) -> {
                            if (headers.isEmpty()) {
                                meet(together);
                                return new TokenResponse(
                                        400, null, null, null, "{\"error\":\"invalid_dpop_proof\"}".getBytes());
                            }
                            return new TokenResponse(
                                    200,
                                    null,
                                    null,
                                    null,
                                    "{\"token_type\":\"DPoP\",\"access_token\":\"x\"}".getBytes());
                        },
                        name -> null)
                .create(OrgSettings.of(Source.COMPONENT, options::get, null));
        List<CompletableFuture<Map<String, String>>> all = Stream.of(Scope.values())
                .map(scope -> CompletableFuture.supplyAsync(
                        () -> credentials.headersFor(call(scope)), command -> new Thread(command).start()))
                .toList();
        for (CompletableFuture<Map<String, String>> each : all) {
            assertThat(each.get()).containsEntry("Authorization", "DPoP x");
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_demand_is_refused_where_dpop_is_false() {
        options.put(Option.dpop, "false");
        refuses(400, "invalid_dpop_proof");
        fails("the app demands DPoP: set dpop to auto");
        assertThat(forms).hasSize(1);
    }

    @Test
    void proofs_are_not_sent_again_and_again() {
        options.put(Option.dpop, "true");
        for (int i = 0; i < 10; i++) {
            refuses(400, "use_dpop_nonce", "n" + i);
        }
        fails("the DPoP nonce was refused");
        assertThat(forms).hasSize(4);
        answers.clear();
        refuses(400, "use_dpop_nonce");
        fails("the DPoP nonce was refused");
        answers.clear();
        refuses(400, "invalid_dpop_proof");
        fails("the DPoP proof was refused: check the clock of this machine");
        assertThat(forms).hasSize(6);
    }

    @Test
    void a_token_that_is_not_bound_is_refused_where_dpop_is_true_and_taken_otherwise() {
        gives("Bearer", "t1");
        options.put(Option.dpop, "true");
        fails("Okta gave a token for okta.users.read that is not bound to a key though dpop is true: set it to auto");
        gives("bearer", "t1");
        options.put(Option.dpop, "auto");
        assertThat(credentials().headersFor(call(Scope.USERS_READ))).isEqualTo(Map.of("Authorization", "Bearer t1"));
    }

    private void fails(String sentence) {
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(() -> credentials().headersFor(call(Scope.USERS_READ)))
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.isPassing()).isFalse());
    }
}
