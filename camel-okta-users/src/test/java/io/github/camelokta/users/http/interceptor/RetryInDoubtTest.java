/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static io.github.camelokta.users.operation.OktaUsersOperation.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call whose outcome is not known: how it is looked for, and when it is sent again. */
class RetryInDoubtTest extends RetryFixture {

    @Test
    void a_state_guarded_call_is_looked_for_after_a_pause_and_repeated_if_it_was_not_carried_out() {
        okta(cut(), user("ACTIVE"), error(500, "E0000009"), user("ACTIVE"), ok());
        assertThat(send(suspend).status()).isEqualTo(200);
        assertThat(operations()).containsExactly("suspend", "get", "suspend", "get", "suspend");
        assertThat(waits).containsExactly(ofMillis(500), ofSeconds(1));
    }

    @Test
    void it_is_a_success_if_it_was_carried_out() {
        okta(cut(), user("SUSPENDED"));
        OktaResponse response = send(suspend);
        assertThat(response.isSuccess()).isTrue();
        assertThat(response.isUnchanged()).isFalse();
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void also_after_the_last_attempt() {
        maxAttempts = 1;
        okta(cut(), user("SUSPENDED"));
        assertThat(send(suspend).isSuccess()).isTrue();

        okta(error(500, "E0000009"), user("ACTIVE"));
        OktaUsersException e = failure(suspend);
        assertThat(e)
                .hasMessage("suspend failed: Okta answered 500 E0000009; a read has shown that nothing was changed");
        assertThat(e.isRetryable()).isTrue();
    }

    @Test
    void a_look_that_shows_nothing_leaves_the_doubt() {
        maxAttempts = 2;
        okta(cut(), error(404, "E0000007"));
        OktaUsersException e = failure(suspend);
        assertThat(e).hasMessageContaining("whether Okta acted is not known");
        assertThat(e.isRetryable()).isFalse();
        okta(cut(), answer(200, "<html>"));
        assertThat(failure(suspend).isRetryable()).isFalse();
        assertThat(operations()).containsExactly("suspend", "get", "suspend", "get");
    }

    @Test
    void a_look_is_repeated_like_any_read_within_the_same_maxWait() {
        maxWait = ofSeconds(2);
        okta(cut(), error(500, "E0000009"), cut(), user("SUSPENDED"));
        assertThat(send(suspend).isSuccess()).isTrue();
        assertThat(waits).containsExactly(ofMillis(500), ofMillis(500), ofSeconds(1));

        waits.clear();
        maxWait = ofMillis(1100);
        okta(cut(), error(500, "E0000009"), cut());
        assertThat(failure(suspend)).hasMessageContaining("whether Okta acted is not known");
        assertThat(waits).containsExactly(ofMillis(500), ofMillis(500));
    }

    @Test
    void without_time_for_a_pause_it_is_looked_for_and_not_repeated() {
        maxWait = Duration.ZERO;
        okta(cut(), user("ACTIVE"), cut(), user("SUSPENDED"));
        assertThat(failure(suspend).isRetryable()).isTrue();
        assertThat(send(suspend).isSuccess()).isTrue();
        assertThat(waits).isEmpty();
    }

    @Test
    void after_an_attempt_in_doubt_nobody_says_that_nothing_was_sent() {
        maxAttempts = 2;
        okta(cut(), notSent());
        OktaUsersException failure = failure(clearSessions);
        assertThat(failure.isInDoubt()).isTrue();
        assertThat(failure)
                .hasMessage(
                        "clearSessions failed: an earlier attempt may have been carried out, and the last one was not"
                                + " sent to https://acme.okta.com: the connection was refused; 2 attempts were made");
        assertThat(failure.isRetryable()).isTrue();
    }

    @Test
    void a_refusal_after_an_attempt_in_doubt_says_so() {
        maxAttempts = 2;
        for (OktaResponse refusal : List.of(error(403, "E0000006"), error(400, "E0000001"))) {
            okta(cut(), refusal);
            OktaUsersException failure = failure(clearSessions);
            assertThat(failure.isInDoubt()).isTrue();
            assertThat(failure).hasMessageContaining("; an earlier attempt may have been carried out");
        }
    }

    @Test
    void a_look_has_the_priority_of_its_call() {
        okta(cut(), user("SUSPENDED"));
        send(request(suspend, ""), Priority.POLLING);
        assertThat(priorities).hasSize(2).containsOnly(Priority.POLLING);
    }

    @Test
    void a_repeat_that_is_refused_because_the_lost_attempt_was_carried_out_late_is_a_success() {
        okta(cut(), user("ACTIVE"), error(400, "E0000001"), user("SUSPENDED"));
        assertThat(send(suspend).isSuccess()).isTrue();
        okta(cut(), error(404, "E0000007"), answer(200, "[]"));
        assertThat(send(revokeGrant).isSuccess()).isTrue();

        okta(cut(), error(404, "E0000007"), answer(200, "[{'id':'grantId'}]"));
        assertThat(failure(revokeGrant))
                .hasMessageContaining("404 E0000007")
                .hasMessageEndingWith("; 2 attempts were made");
        okta(error(404, "E0000007"));
        assertThat(failure(revokeGrant)).hasMessageContaining("404 E0000007");
    }

    @Test
    void one_that_is_refused_for_another_reason_is_the_callers_and_nobody_looks_again() {
        okta(cut(), user("ACTIVE"), error(403, "E0000006"));

        assertThat(failure(suspend)).hasMessageContaining("403 E0000006");
        assertThat(operations()).containsExactly("suspend", "get", "suspend");
    }

    @Test
    void an_activation_that_sends_a_mail_is_answered_as_Okta_would_have() {
        okta(cut(), user("PROVISIONED"));
        OktaResponse response = send(activate);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).asString().isEqualTo("{}");
        okta(cut(), user("PROVISIONED"));
        assertThat(send(request(activate, "sendEmail=true")).body()).asString().isEqualTo("{}");
    }

    @Test
    void an_activation_whose_token_is_lost_is_an_error_that_says_so() {
        okta(cut(), user("PROVISIONED"));
        OktaUsersException e = failure(request(activate, "sendEmail=false"));
        assertThat(e).hasMessageEndingWith("a read has shown that it was done, but what the answer held is lost");
        assertThat(e.isRetryable()).isFalse();
    }

    @Test
    void an_assigned_role_is_answered_with_the_role_that_is_listed() {
        okta(
                cut(),
                answer(
                        200,
                        "[{'id':'r0','type':'HELP_DESK_ADMIN','assignmentType':'GROUP'},"
                                + "{'id':'r1','type':'HELP_DESK_ADMIN','assignmentType':'USER'}]"));
        assertThat(send(assignRole).body())
                .asString()
                .isEqualTo("{\"id\":\"r1\",\"type\":\"HELP_DESK_ADMIN\",\"assignmentType\":\"USER\"}");
    }

    @Test
    void a_call_for_one_version_of_the_profile_is_not_repeated_in_doubt_since_its_own_change_would_refuse_it() {
        okta(cut());
        OktaUsersException e = failure(request(partialUpdate, "", "If-Match", "W/\"1\""));
        assertThat(e.isRetryable()).isFalse();
        okta(notSent(), ok());
        send(request(partialUpdate, "", "If-Match", "W/\"1\""));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).headers()).containsEntry("If-Match", "W/\"1\"");
    }
}
