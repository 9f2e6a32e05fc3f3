/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import static io.github.camelokta.users.operation.OktaUsersOperation.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a call is sent, how long it waits in between, and what the caller sees at the end. */
class RetryLinkTest extends RetryFixture {

    @Test
    void a_read_is_sent_until_it_is_answered_with_growing_waits() {
        okta(cut(), error(500, "E0000009"), notSent(), answer(504, "<html>"), ok());
        assertThat(send(get).status()).isEqualTo(200);
        assertThat(waits).containsExactly(ofMillis(500), ofSeconds(1), ofSeconds(2), ofSeconds(4));
        assertThat(sent).extracting(OktaRequest::attempt).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void so_is_a_next_page_and_a_call_that_converges() {
        okta(error(503, "E0000100"), ok(), cut(), ok());
        assertThat(send(request(list, "").withTarget("/api/v1/users?after=2")).isSuccess())
                .isTrue();
        assertThat(send(partialUpdate).isSuccess()).isTrue();
        assertThat(sent.get(1).target()).isEqualTo("/api/v1/users?after=2");
        assertThat(sent.get(3).body()).isEqualTo(sent.get(2).body()).isNotEmpty();
    }

    @Test
    void after_maxAttempts_the_last_failure_is_the_callers() {
        maxAttempts = 3;
        okta(cut(), cut(), error(500, "E0000009"));
        OktaUsersException e = failure(get);
        assertThat(e).hasMessage("get failed: Okta answered 500 E0000009; 3 attempts were made");
        assertThat(e.isRetryable()).isTrue();
        assertThat(waits).hasSize(2);
    }

    @Test
    void with_one_attempt_nothing_is_sent_twice() {
        maxAttempts = 1;
        okta(error(429, "E0000047"));
        assertThat(failure(get)).hasMessage("get failed: Okta answered 429 E0000047");
        okta(error(401, "E0000011"));
        failure(get);
        assertThat(sent).hasSize(2);
    }

    @Test
    void all_waits_of_a_call_together_stay_within_maxWait() {
        maxWait = ofMillis(3600);
        okta(cut(), cut(), cut(), cut());
        assertThat(failure(get))
                .hasMessageEndingWith(
                        "reset; 4 attempts were made; another attempt would wait longer than maxWait allows");
        assertThat(waits).containsExactly(ofMillis(500), ofSeconds(1), ofSeconds(2));
    }

    @Test
    void a_refusal_is_not_repeated() {
        okta(error(403, "E0000006"));
        assertThat(failure(get).isRetryable()).isFalse();
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "deactivateOrDelete")
    void a_429_is_repeated_without_a_wait_of_this_links_own(OktaUsersOperation operation) {
        okta(error(429, "E0000047"), answer(429, ""), ok());
        assertThat(send(operation).isSuccess()).isTrue();
        assertThat(sent).hasSize(3);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "deactivateOrDelete")
    void what_was_not_sent_and_what_met_read_only_mode_is_repeated(OktaUsersOperation operation) {
        okta(notSent(), error(503, "E0000010"), ok());
        assertThat(send(operation).isSuccess()).isTrue();
        assertThat(waits).containsExactly(ofMillis(500), ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "deactivateOrDelete")
    void a_401_is_repeated_once_and_at_once(OktaUsersOperation operation) {
        okta(error(401, "E0000011"), ok());
        assertThat(send(operation).isSuccess()).isTrue();
        assertThat(waits).isEmpty();

        okta(error(401, "E0000011"), error(429, "E0000047"), error(401, "E0000011"));
        assertThat(failure(operation))
                .hasMessageContaining("401 E0000011")
                .hasMessageEndingWith("; 3 attempts were made");

        okta(error(401, "E0000015"));
        assertThat(failure(operation)).hasMessageContaining("401 E0000015");
        assertThat(sent).hasSize(6);
    }

    @Test
    void a_DELETE_of_a_user_is_sent_once_whatever_happens() {
        List.of(notSent(), cut(), error(429, "E0000047"), error(401, "E0000011"), error(503, "E0000010"))
                .forEach(fault -> {
                    okta(fault);
                    assertThat(failure(deactivateOrDelete).isRetryable()).isFalse();
                });
        assertThat(sent).hasSize(5);
        assertThat(waits).isEmpty();
    }

    @Test
    void a_call_with_a_new_effect_each_time_is_not_repeated_in_doubt() {
        okta(cut());
        assertThat(failure(resetPassword)).hasMessageContaining("whether Okta acted is not known");
        okta(error(500, "E0000009"));
        assertThat(failure(create).isRetryable()).isFalse();
        okta(answer(503, "<html>"));
        assertThat(failure(create).isRetryable()).isFalse();
        okta(error(429, "E0000118"));
        assertThat(failure(forgotPassword).isRetryable()).isFalse();
        assertThat(sent).hasSize(4);
    }

    @Test
    void repeats_tell_Okta_which_request_they_repeat() {
        okta(cut(), error(500, "E0000009", "X-Okta-Request-Id: one"), error(500, "", "X-Okta-Request-Id: two"), ok());
        send(get);
        assertThat(sent)
                .extracting(OktaRequest::headers)
                .containsExactly(
                        Map.of(),
                        Map.of(),
                        Map.of("X-Okta-Retry-For", "one", "X-Okta-Retry-Count", "2"),
                        Map.of("X-Okta-Retry-For", "one", "X-Okta-Retry-Count", "3"));
    }

    @Test
    void a_later_Retry_After_is_obeyed_and_an_earlier_one_is_not() {
        okta(answer(503, "", "Retry-After: 20"), answer(503, "", "Retry-After: 0"), ok());
        send(get);
        assertThat(waits).containsExactly(ofSeconds(20), ofSeconds(1));
        waits.clear();
        okta(answer(429, "", "Retry-After: 7"), ok());
        send(create);
        assertThat(waits).containsExactly(ofSeconds(7));
    }

    @Test
    void one_beyond_maxWait_ends_the_call_at_once() {
        okta(answer(429, "", "Retry-After: 121"));
        assertThat(failure(get))
                .hasMessageEndingWith("Okta answered 429; another attempt would wait longer than maxWait allows")
                .satisfies(e -> assertThat(e.isRetryable()).isTrue());
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500})
    void an_interrupt_ends_the_wait_and_stays_set(int status) {
        pauser = nanos -> {
            throw new InterruptedException();
        };
        okta(error(status, "E0000009"));
        OktaUsersException e = failure(get);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e).hasMessageEndingWith("; the wait for another attempt was interrupted");
        assertThat(e.getStatusCode()).isEqualTo(status);
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_stop_ends_it_too() {
        pauser = nanos -> false;
        okta(error(429, "E0000047"));
        assertThat(failure(get))
                .hasMessageEndingWith("; there is no other attempt, since the component is being stopped");
    }

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
    void a_look_goes_in_the_lane_of_its_call() {
        okta(cut(), user("SUSPENDED"));
        send(request(suspend, "").in(Lane.POLLING));
        assertThat(sent).extracting(OktaRequest::lane).containsOnly(Lane.POLLING);
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
    void an_activation_that_sends_a_mail_is_answered_as_Okta_would_have() {
        okta(cut(), user("PROVISIONED"));
        assertThat(send(activate).body()).asString().isEqualTo("{}");
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
