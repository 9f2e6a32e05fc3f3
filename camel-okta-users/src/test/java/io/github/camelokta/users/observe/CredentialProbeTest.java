/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.observe.CredentialProbe.Answer;
import io.github.camelokta.users.observe.CredentialProbe.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialProbeTest {

    private static Answer ask(OktaClient client) {
        return new CredentialProbe(client, OrgUrl.parse("https://acme.okta.com")).ask();
    }

    private static Answer refused(OktaUsersException.Builder failure) {
        return ask((request, context) -> {
            throw failure.build();
        });
    }

    private static OktaUsersException.Builder failure(int status, String code) {
        return OktaUsersException.of("list failed").status(status).error(code, null, List.of(), null);
    }

    @Test
    void one_user_is_asked_for_behind_all_other_calls() {
        ask((request, context) -> {
            assertThat(request.target()).isEqualTo("/api/v1/users?limit=1");
            assertThat(context.priority()).isEqualTo(Priority.POLLING);
            return new OktaResponse(200, List.of(), "[]".getBytes());
        });
    }

    @Test
    void an_answer_shows_that_the_credential_is_taken() {
        assertThat(ask((request, context) -> new OktaResponse(200, List.of(), "[]".getBytes())))
                .isEqualTo(new Answer(Finding.ACCEPTED, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "400, E0000001, ACCEPTED",
        "403, E0000006, ACCEPTED",
        "404, E0000007, ACCEPTED",
        "401, E0000011, REFUSED",
        "401, , REFUSED",
        // Not from Okta's API: a proxy, a page to sign in, an org that moved.
        "403, , UNREACHABLE",
        "302, , UNREACHABLE",
        "200, , UNREACHABLE",
        "499, E0000001, ACCEPTED",
        "500, E0000009, UNREACHABLE",
        "503, , UNREACHABLE",
        "0, , UNREACHABLE",
    })
    void what_a_failure_shows(int status, String code, Finding finding) {
        assertThat(refused(failure(status, code)))
                .isEqualTo(new Answer(finding, finding == Finding.ACCEPTED ? "" : "list failed"));
    }

    @Test
    void without_room_in_the_rate_limit_nothing_is_known() {
        assertThat(refused(failure(429, "E0000047").retryAt(Instant.EPOCH)).finding())
                .isEqualTo(Finding.NOT_ASKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Finding.class,
            names = {"REFUSED", "UNREACHABLE"})
    void a_token_endpoint_that_cannot_be_asked_now_has_refused_nothing(Finding finding) {
        CredentialsException why = new CredentialsException("no token", finding == Finding.UNREACHABLE, null);
        assertThat(refused(failure(0, null).cause(new IllegalStateException(why)))
                        .finding())
                .isEqualTo(finding);
    }
}
