/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.Rejection;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.operation.Scope;
import io.github.camelokta.users.support.Keys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a service app: what is asked, and what is made of the answers. */
class ServiceAppCredentialsTest extends ServiceAppFixture {
    @TempDir
    Path directory;

    @Test
    void an_assertion_proves_who_asks() {
        gives("Bearer", "secret1");
        options.put(Option.oauthKeyId, "k1");

        assertThat(credentials().headersFor(call(Scope.USERS_READ)))
                .isEqualTo(Map.of("Authorization", "Bearer secret1"));

        String assertion = forms.get(0).remove("client_assertion");
        assertThat(forms.get(0))
                .isEqualTo(Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "okta.users.read",
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        assertThat(proofs).containsOnlyNulls();
        assertThat(jwt(assertion).getHeader().toJSONObject()).isEqualTo(Map.of("alg", "ES256", "kid", "k1"));
        Map<String, Object> claims = claims(assertion);
        assertThat((String) claims.remove("jti")).hasSizeGreaterThan(30);
        assertThat(claims)
                .isEqualTo(Map.of(
                        "iss",
                        "0oaNightly",
                        "sub",
                        "0oaNightly",
                        "aud",
                        ORG + "/oauth2/v1/token",
                        "exp",
                        NOW.plusSeconds(600).getEpochSecond()));
    }

    @Test
    void each_scope_has_a_token_of_its_own_where_none_are_given() {
        gives("Bearer", "reads");
        gives("Bearer", "writes");
        Credentials credentials = credentials();
        for (int i = 0; i < 3; i++) {
            assertThat(credentials.headersFor(call(Scope.USERS_READ))).containsEntry("Authorization", "Bearer reads");
            assertThat(credentials.headersFor(call(Scope.USERS_MANAGE)))
                    .containsEntry("Authorization", "Bearer writes");
        }
        assertThat(forms).extracting(form -> form.get("scope")).containsExactly("okta.users.read", "okta.users.manage");
        assertThat(claims(forms.get(0).get("client_assertion")).get("jti"))
                .isNotEqualTo(claims(forms.get(1).get("client_assertion")).get("jti"));
    }

    @Test
    void given_scopes_are_asked_for_in_one_token() {
        gives("Bearer", "all");
        options.put(Option.oauthScopes, " okta.users.read,okta.users.manage\n okta.logs.read ");
        Credentials credentials = credentials();
        for (Scope scope : Scope.values()) {
            assertThat(credentials.headersFor(call(scope))).containsEntry("Authorization", "Bearer all");
        }
        assertThat(forms)
                .extracting(form -> form.get("scope"))
                .containsExactly("okta.users.read okta.users.manage okta.logs.read");
        options.put(Option.oauthScopes, " , ");
        assertThatIllegalArgumentException()
                .isThrownBy(this::credentials)
                .withMessage("Option oauthScopes names no scope: set it to scopes parted by blanks, or remove it");
    }

    @Test
    void after_a_401_a_new_token_is_asked_for_unless_there_is_one_already() {
        gives("Bearer", "old");
        gives("Bearer", "new");
        Credentials credentials = credentials();
        Map<String, String> old = credentials.headersFor(call(Scope.USERS_READ));

        credentials.rejected(new Rejection(old, name -> null));
        Map<String, String> fresh = credentials.headersFor(call(Scope.USERS_READ));
        credentials.rejected(new Rejection(old, name -> null));

        assertThat(fresh).containsEntry("Authorization", "Bearer new");
        assertThat(credentials.headersFor(call(Scope.USERS_READ))).isEqualTo(fresh);
        assertThat(forms).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | invalid_client | false | check oauthClientId, and that the app has the public key of privateKey,"
                        + " under the id oauthKeyId if that is set",
                "400 | invalid_scope | false | grant this scope to the app of oauthClientId, or set oauthScopes to what"
                        + " it is granted",
                "400 | unauthorized_client | false | the app of oauthClientId must be an API Services app that signs in"
                        + " with a private key",
                "403 | access_denied | false | the app of oauthClientId needs an admin role, or its scopes a grant",
                "400 | invalid_request | false | check oauthClientId, privateKey, oauthKeyId and oauthScopes",
                "429 | E0000047 | true | try again later",
                "503 | E0000010 | true | try again later",
            })
    void a_refusal_says_what_to_check(int status, String error, boolean passing, String remedy) {
        refuses(status, error);
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(() -> credentials().headersFor(call(Scope.ROLES_MANAGE)))
                .withMessage(
                        "no access token for okta.roles.manage: Okta answered %d %s (Because.); %s",
                        status, error, remedy)
                .satisfies(e -> assertThat(e.isPassing()).isEqualTo(passing));
        assertThat(forms).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | {'errorCode':'invalid_client','errorSummary':'A\\nB'} | answered 401 invalid_client (A B); check",
                "403 | <html>no</html> | answered 403; the answer is not Okta's: check orgUrl and any proxy in between",
                "404 | <html>no</html> | answered 404; check orgUrl: the token endpoint of the org was not there",
                "302 | ~~ | answered 302; check orgUrl: the token endpoint of the org was not there",
                "502 | <html>no</html> | answered 502; try again later",
                "400 | {'error':'<b>','error_description':7} | answered 400; the answer is not Okta's",
                "200 | <html>hello</html> | answered 200 with something else; check orgUrl and any proxy in between",
                "200 | ~~ | answered 200 with something else",
                "200 | {'access_token':'a b'} | answered 200 with something else",
                "200 | [] | answered 200 with something else",
            })
    void an_answer_of_any_shape_becomes_one_sentence(int status, String body, String sentence) {
        answers(status, null, body == null ? "" : body);
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(() -> credentials().headersFor(call(Scope.USERS_READ)))
                .withMessageStartingWith("no access token for okta.users.read: Okta ")
                .withMessageContaining(sentence);
    }

    @Test
    void no_answer_is_a_passing_failure_and_the_next_attempt_asks_again() {
        Credentials credentials = new CredentialsFactory(
                        (org, path, headers, form) -> {
                            if (forms.isEmpty()) {
                                forms.add(Map.of());
                                throw new IOException("cut\r\noff");
                            }
                            return new TokenResponse(200, null, null, null, "{\"access_token\":\"x\"}".getBytes());
                        },
                        name -> null,
                        Clock.systemUTC(),
                        () -> nanos)
                .create(OrgSettings.of(OrgSettings.Source.COMPONENT, options::get, null));
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(CredentialsException.class)
                    .isThrownBy(() -> credentials.headersFor(call(Scope.USERS_READ)))
                    .withMessage(
                            "no access token for okta.users.read: the token endpoint gave no whole answer: cut off")
                    .satisfies(e -> assertThat(e.isPassing()).isTrue());
        }
        later(Duration.ofMillis(200));
        assertThat(credentials.headersFor(call(Scope.USERS_READ))).containsEntry("Authorization", "Bearer x");
    }

    @Test
    void a_refused_key_is_read_again_from_its_file_and_used_if_it_is_another() throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), PEM);
        options.put(Option.privateKey, "file:" + file);
        Credentials credentials = credentials();
        refuses(401, "invalid_client");
        failsWith(credentials, "invalid_client");
        assertThat(forms).as("the same key is not sent again").hasSize(1);

        Files.writeString(file, Keys.pem(Keys.rsa(2048).getPrivate()));
        later(Duration.ofSeconds(5));
        refuses(401, "invalid_client");
        gives("Bearer", "x");
        assertThat(credentials.headersFor(call(Scope.USERS_READ))).containsEntry("Authorization", "Bearer x");
        assertThat(forms).hasSize(3);
        assertThat(jwt(forms.get(2).get("client_assertion")).getHeader().getAlgorithm())
                .hasToString("RS256");

        Files.writeString(file, "garbage");
        refuses(401, "invalid_client");
        failsWith(credentials, "Option privateKey is neither a PKCS#8 PEM nor a JWK", Scope.ROLES_READ, true);
        Files.delete(file);
        later(Duration.ofMillis(200));
        refuses(401, "invalid_client");
        failsWith(credentials, "The file that option privateKey names cannot be read", Scope.ROLES_READ, true);
    }

    @Test
    void a_key_file_that_is_being_written_is_a_passing_failure() throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), PEM);
        options.put(Option.privateKey, "file:" + file);
        Credentials credentials = credentials();
        Files.writeString(file, "");
        refuses(401, "invalid_client");
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(() -> credentials.headersFor(call(Scope.USERS_READ)))
                .satisfies(e -> assertThat(e.isPassing()).isTrue());

        Files.writeString(file, Keys.pem(Keys.rsa(2048).getPrivate()));
        later(Duration.ofMillis(500));
        refuses(401, "invalid_client");
        gives("Bearer", "x");
        assertThat(credentials.headersFor(call(Scope.USERS_READ))).containsEntry("Authorization", "Bearer x");
    }

    @Test
    void a_refused_app_is_asked_about_again_after_five_seconds() {
        Credentials credentials = credentials();
        refuses(401, "invalid_client");
        for (int i = 0; i < 100; i++) {
            failsWith(credentials, "invalid_client");
        }
        assertThat(forms).hasSize(1);

        later(Duration.ofSeconds(5));
        gives("Bearer", "x");
        assertThat(credentials.headersFor(call(Scope.USERS_READ))).containsEntry("Authorization", "Bearer x");
    }

    @Test
    void a_429_pauses_the_calls_of_all_scopes_for_as_long_as_it_says() {
        Credentials credentials = credentials();
        answers.add(limited(Duration.ofSeconds(20)));
        for (int second = 0; second < 20; second++) {
            for (Scope scope : Scope.values()) {
                Duration left = Duration.ofSeconds(20 - second);
                assertThatExceptionOfType(CredentialsException.class)
                        .isThrownBy(() -> credentials.headersFor(call(scope)))
                        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(left))
                        .satisfies(e -> assertThat(e.isPassing()).isTrue());
            }
            later(Duration.ofSeconds(1));
        }
        assertThat(forms).hasSize(1);

        gives("Bearer", "x");
        assertThat(credentials.headersFor(call(Scope.USERS_READ))).containsEntry("Authorization", "Bearer x");
        assertThat(forms).hasSize(2);
    }

    @Test
    void pauses_after_429_grow_where_no_time_is_told() {
        Credentials credentials = credentials();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 32}) {
            answers.add(limited(Duration.ofSeconds(1)));
            assertThatExceptionOfType(CredentialsException.class)
                    .isThrownBy(() -> credentials.headersFor(call(Scope.USERS_READ)))
                    .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(seconds)));
            later(Duration.ofSeconds(seconds));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T10:12:00Z | the clock of this machine is 12 min behind Okta's (2026-11-23T10:00:00Z here,"
                        + " 2026-11-23T10:12:00Z there), so that what it signs may be refused: set the clock",
                "2026-11-23T09:00:00Z | the clock of this machine is 60 min ahead of Okta's",
            })
    void a_clock_that_is_minutes_off_is_named(Instant okta, String sentence) {
        answers.add(new TokenResponse(401, null, okta, null, "{\"error\":\"invalid_client\"}".getBytes()));
        failsWith(credentials(), sentence);
    }

    @Test
    void a_clock_that_is_right_is_not_named() {
        answers.add(
                new TokenResponse(401, null, NOW.plusSeconds(30), null, "{\"error\":\"invalid_client\"}".getBytes()));
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(() -> credentials().headersFor(call(Scope.USERS_READ)))
                .withMessageNotContaining("clock");
    }

    private void later(Duration time) {
        nanos += time.toNanos();
    }

    private static TokenResponse limited(Duration retryAfter) {
        return new TokenResponse(429, null, null, retryAfter, "{\"errorCode\":\"E0000047\"}".getBytes());
    }

    @Test
    void a_key_on_the_class_path_is_read_from_there() {
        options.put(Option.privateKey, "classpath:keys/okta.pem");
        gives("Bearer", "x");
        assertThat(credentials().headersFor(call(Scope.USERS_READ))).isNotEmpty();
        options.put(Option.privateKey, "classpath:/keys/other.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(this::credentials)
                .withMessage("Option privateKey names /keys/other.pem, which is not on the class path: check the name");
    }

    @Override
    InputStream resource(String name) {
        return name.equals("keys/okta.pem") ? new ByteArrayInputStream(PEM.getBytes(StandardCharsets.UTF_8)) : null;
    }

    @Test
    void the_secrets_are_the_key_the_assertion_and_the_tokens() {
        gives("Bearer", "first");
        gives("Bearer", "second");
        Credentials credentials = credentials();
        Map<String, String> sent = credentials.headersFor(call(Scope.USERS_READ));
        credentials.rejected(new Rejection(sent, name -> null));
        credentials.headersFor(call(Scope.USERS_READ));
        assertThat(credentials.secrets())
                .containsExactlyInAnyOrder(PEM.strip(), forms.get(1).get("client_assertion"), "first", "second");
        assertThat(List.of(
                        credentials,
                        new Rejection(sent, name -> null),
                        new TokenResponse(200, null, null, null, new byte[0])))
                .extracting(Object::toString)
                .containsExactly("OAuth 2.0 service app", "a 401", "status 200");
    }

    private static void failsWith(Credentials credentials, String sentence) {
        failsWith(credentials, sentence, Scope.USERS_READ, false);
    }

    private static void failsWith(Credentials credentials, String sentence, Scope scope, boolean passing) {
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(() -> credentials.headersFor(call(scope)))
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.isPassing()).isEqualTo(passing));
    }
}
