/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTranslatorTest extends ErrorFixture {

    @Test
    void an_answer_of_Oktas_is_told_in_one_line() {
        OktaUsersException e = refused(
                400,
                "{'errorCode':'E0000001','errorSummary':'Api validation failed: anna@acme.com','errorLink':'E0000001',"
                        + "'errorId':'oae1','errorCauses':[{'errorSummary':'login: exists already'},"
                        + "{'errorSummary':'second'}]}");

        assertThat(e).hasMessage("suspend failed: Okta answered 400 E0000001: login: exists already (request id req1)");
        assertThat(e.getStatusCode()).isEqualTo(400);
        assertThat(e.getErrorCode()).isEqualTo("E0000001");
        assertThat(e.getErrorSummary()).isEqualTo("Api validation failed: anna@acme.com");
        assertThat(e.getErrorCauses()).containsExactly("login: exists already", "second");
        assertThat(e.getErrorId()).isEqualTo("oae1");
        assertThat(e.getRequestId()).isEqualTo("req1");
        assertThat(e.getOperation()).isEqualTo("suspend");
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.getCause()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Property name 'nick' is not defined | Property name ... is not defined",
                "value \"anna@acme.com\" is taken | value ... is taken",
                "value `anna@acme.com` is taken | value ... is taken",
                "value ‘anna@acme.com’ or “bob@acme.com” | value ... or ...",
                "The user's login 'anna@acme.com' isn't free | The user's login ... isn't free",
                "login 'o'neil@acme.com' is taken | login ... is taken",
                "login 'anna@acme.com | login ...",
                "login: \"anna@acme.com | login: ...",
                "users' logins 'anna' and 'bob' | users' logins ... and ...",
                "The field was left empty | The field was left empty",
            })
    void a_quoted_value_is_left_out_of_the_message(String cause, String shown) {
        OktaUsersException e = refused(400, body("E0000001", cause));
        assertThat(e).hasMessage("suspend failed: Okta answered 400 E0000001: " + shown + " (request id req1)");
        assertThat(e.getErrorCauses()).containsExactly(cause);
    }

    @Test
    void a_429_says_when_to_come_again_by_this_machines_clock() {
        OktaResponse response = new OktaResponse(
                429,
                List.of(
                        new OktaResponse.Header("Date", "Sat, 03 Oct 2015 09:28:00 GMT"),
                        new OktaResponse.Header("X-Rate-Limit-Limit", "600"),
                        new OktaResponse.Header("X-Rate-Limit-Remaining", "0"),
                        new OktaResponse.Header("X-Rate-Limit-Reset", "1443864510")),
                null);

        assertThat(translator.failed(request(OktaUsersOperation.suspend), new Attempt(response, null), Ending.PLAIN))
                .isInstanceOfSatisfying(OktaRateLimitException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(429);
                    assertThat(e.isRetryable()).isTrue();
                    assertThat(e.getRetryAt()).isEqualTo("2026-11-24T10:00:31Z");
                });
        assertThat(refused(503, body("E0000009", "why"))).isNotInstanceOf(OktaRateLimitException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer authorization_uri=\"http://acme.okta.com/oauth2/v1/authorize\", realm=\"x\", scope=\"okta.users.manage\","
                        + " error=\"insufficient_scope\", error_description=\"no\" | scope okta.users.manage:",
                "DPoP error=\"insufficient_scope\", scope=\"okta.roles.read okta.users.read\", algs=\"ES256\""
                        + " | scope okta.roles.read okta.users.read:",
                "Bearer error=insufficient_scope | scope that the operation needs:",
            })
    void a_scope_that_a_403_without_a_body_misses_is_named(String challenge, String shown) {
        OktaResponse response =
                new OktaResponse(403, List.of(new OktaResponse.Header("www-authenticate", challenge)), new byte[0]);

        OktaUsersException e =
                translator.failed(request(OktaUsersOperation.suspend), new Attempt(response, null), Ending.PLAIN);

        assertThat(e)
                .hasMessage("suspend failed: Okta answered 403 insufficient_scope; the access token lacks the " + shown
                        + " grant it to the app of oauthClientId (in the admin console, Okta API Scopes of the app), and name"
                        + " it in oauthScopes if that is set");
        assertThat(e.getErrorCode()).isEqualTo("insufficient_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer error=\"invalid_token\"", "Basic realm=\"proxy\"", "scope=\"insufficient_scope\""})
    void another_challenge_names_no_scope(String challenge) {
        OktaResponse response =
                new OktaResponse(403, List.of(new OktaResponse.Header("WWW-Authenticate", challenge)), new byte[0]);
        assertThat(translator.failed(request(OktaUsersOperation.suspend), new Attempt(response, null), Ending.PLAIN))
                .hasMessage("suspend failed: Okta answered 403");
    }

    @Test
    void neither_line_breaks_nor_length_break_the_one_line() {
        OktaUsersException e = refused(400, body("E0000001", "first\\r\\nsecond\\u0000 \\u2028" + "long ".repeat(500)));
        assertThat(e.getMessage())
                .startsWith("suspend failed: Okta answered 400 E0000001: first second ")
                .hasSizeLessThan(300)
                .doesNotContain("\n", "\r", "\0", "\u2028");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"E0000001\"",
                "<html><h1>502 Bad Gateway</h1></html>",
                "{\"errorCode\":",
                "{\"errorCode\":17,\"errorSummary\":{},\"errorCauses\":\"none\",\"errorId\":null}",
                "{\"errorCauses\":[null,{},{\"errorSummary\":null},{\"errorSummary\":\"\"},7]}",
                "\uFEFFgarbage",
            })
    void a_body_that_is_not_Oktas_gives_an_error_without_a_code(String body) {
        OktaUsersException e = refused(502, body);
        assertThat(e).hasMessage("suspend failed: Okta answered 502 (request id req1)");
        assertThat(e.getErrorCode()).isNull();
        assertThat(e.getErrorSummary()).isNull();
        assertThat(e.getErrorCauses()).isEmpty();
        assertThat(e.getErrorId()).isNull();
    }

    @Test
    void deep_nesting_is_no_more_than_garbage() {
        assertThat(refused(400, "{\"errorCauses\":" + "[".repeat(100_000)))
                .hasMessage("suspend failed: Okta answered 400 (request id req1)");
    }

    @Test
    void a_credential_is_masked_wherever_Okta_repeats_it() {
        OktaUsersException e = translator.failed(
                request(OktaUsersOperation.suspend),
                new Attempt(
                        new OktaResponse(
                                401,
                                List.of(new Header("X-Okta-Request-Id", "r" + CANARY)),
                                bytes("{'errorCode':'E" + CANARY + "','errorSummary':'Invalid token " + CANARY
                                        + "','errorId':'i" + CANARY + "','errorCauses':[{'errorSummary':'" + CANARY
                                        + " is bad'}]}")),
                        null),
                Ending.PLAIN);
        assertThat(e.toString()
                        + e.getErrorCode()
                        + e.getErrorSummary()
                        + e.getErrorCauses()
                        + e.getErrorId()
                        + e.getRequestId())
                .doesNotContain(CANARY)
                .contains("Invalid token xxxxxx", "xxxxxx is bad");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | E0000011 | ; the credential was refused: check that it is valid, not expired and of this org",
                "401 | E0000015 | ; the org lacks the feature",
                "403 | E0000006 | ; the credential lacks the permission: check its admin role and scopes",
                "302 | X | ; a redirect is not followed: check orgUrl",
                "404 | E0000007 | ''",
            })
    void some_answers_come_with_a_remedy(int status, String code, String remedy) {
        assertThat(refused(status, body(code, "why")))
                .hasMessage("suspend failed: Okta answered " + status + " " + code + ": why" + remedy
                        + " (request id req1)");
    }

    @Test
    void a_404_without_a_cause_says_what_it_may_mean() {
        assertThat(refused(404, "{\"errorCode\":\"E0000007\",\"errorCauses\":[]}"))
                .hasMessage("suspend failed: Okta answered 404 E0000007: not found; check the ids, and that the user is"
                        + " not deactivated (request id req1)");
    }

    @ParameterizedTest
    @EnumSource
    void every_operation_tells_which_it_is_and_whether_it_may_be_repeated(OktaUsersOperation operation) {
        for (int status : new int[] {400, 429, 500, 503}) {
            OktaResponse response = new OktaResponse(status, List.of(), bytes("{'errorCode':'E0000009'}"));
            OktaUsersException e = translator.failed(request(operation), new Attempt(response, null), Ending.PLAIN);
            assertThat(e).hasMessage("%s failed: Okta answered %d E0000009", operation, status);
            assertThat(e.getOperation()).isEqualTo(operation.name());
            assertThat(e.getRequestId()).isNull();
            assertThat(e.isRetryable())
                    .isEqualTo(RetryPolicy.isRetryable(operation.repeat(), Failure.of(status, "E0000009"), false));
        }
    }

    @Test
    void no_answer_and_nothing_sent_are_told_apart() {
        OktaUsersException unknown = failed(new IOException("cut off at \"" + CANARY + "\"\nx"), Ending.PLAIN);
        assertThat(unknown)
                .hasMessage("suspend failed: no whole answer came from https://acme.okta.com, and whether Okta acted is"
                        + " not known: cut off at ... x");
        assertThat(unknown).hasNoCause();
        assertThat(unknown.getStatusCode()).isZero();
        assertThat(unknown.isRetryable()).isFalse();

        NotSentException refused = new NotSentException("the connection was refused", true, new IOException("x"));
        OktaUsersException notSent = failed(refused, Ending.PLAIN);
        assertThat(notSent)
                .hasMessage("suspend failed: nothing was sent to https://acme.okta.com: the connection was refused")
                .hasCause(refused);
        assertThat(notSent.isRetryable()).isTrue();
    }

    @Test
    void the_message_tells_how_the_attempts_ended_and_what_is_known_then() {
        IOException cut = new IOException("cut");
        assertThat(failed(cut, new Ending(5, true, true, "why")))
                .hasMessage(
                        "suspend failed: no whole answer came from https://acme.okta.com: cut; 5 attempts were made; why")
                .satisfies(e -> assertThat(e.isRetryable()).isTrue());
        assertThat(failed(cut, new Ending(1, false, true, "why")))
                .hasMessageEndingWith("whether Okta acted is not known: cut; why")
                .satisfies(e -> assertThat(e.isRetryable()).isFalse());
        assertThat(failed(new NotSentException("refused", true, cut), new Ending(2, false, false, "")))
                .hasMessageEndingWith(": refused; 2 attempts were made");
        OktaResponse busy = new OktaResponse(500, List.of(new Header("X-Okta-Request-Id", "r1")), new byte[0]);
        assertThat(translator.failed(
                        request(OktaUsersOperation.get), new Attempt(busy, null), new Ending(3, false, false, "")))
                .hasMessage("get failed: Okta answered 500 (request id r1); 3 attempts were made");
    }

    @Test
    void a_write_is_in_doubt_if_an_attempt_may_have_been_carried_out_and_no_read_has_shown_otherwise() {
        IOException cut = new IOException("cut");
        NotSentException refused = new NotSentException("refused", true, cut);
        assertThat(failed(cut, new Ending(1, false, true, "")).isInDoubt()).isTrue();
        assertThat(failed(cut, new Ending(1, true, true, "")).isInDoubt()).isFalse();
        assertThat(failed(refused, new Ending(2, false, true, "")).isInDoubt()).isTrue();
        assertThat(failed(refused, new Ending(2, false, false, "")).isInDoubt()).isFalse();
        Attempt busy = new Attempt(new OktaResponse(500, List.of(), new byte[0]), null);
        assertThat(translator
                        .failed(request(OktaUsersOperation.create), busy, Ending.PLAIN)
                        .isInDoubt())
                .isTrue();
        assertThat(translator
                        .failed(request(OktaUsersOperation.get), busy, Ending.PLAIN)
                        .isInDoubt())
                .as("a read")
                .isFalse();
    }

    @Test
    void a_text_full_of_quotes_is_read_in_no_time() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String part : List.of("'", " '", "'a ", "\"", "a'b ", "` ")) {
                refused(400, body("E0000001", part.replace("\"", "\\\"").repeat(50_000)));
            }
        });
    }
}
