/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static io.github.camelokta.users.operation.OktaUsersOperation.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a call is sent, how long it waits in between, and what the caller sees at the end. */
class RetryInterceptorTest extends RetryFixture {

    @Test
    void a_read_is_sent_until_it_is_answered_with_growing_waits() {
        okta(cut(), error(500, "E0000009"), notSent(), answer(504, "<html>"), ok());
        assertThat(send(get).status()).isEqualTo(200);
        assertThat(waits).containsExactly(ofMillis(500), ofSeconds(1), ofSeconds(2), ofSeconds(4));
        assertThat(attempts).containsExactly(1, 2, 3, 4, 5);
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
    void with_one_attempt_only_a_refusal_by_the_limit_is_repeated() {
        maxAttempts = 1;
        okta(error(429, "E0000047"), ok());
        assertThat(send(get).isSuccess()).isTrue();
        okta(error(401, "E0000011"));
        assertThat(failure(get)).hasMessageContaining("Okta answered 401 E0000011");
        assertThat(sent).hasSize(3);
    }

    @Test
    void refusals_by_the_limit_use_up_no_attempts_that_are_for_faults() {
        maxAttempts = 3;
        for (int i = 0; i < 10; i++) {
            okta(error(429, "E0000047"));
        }
        okta(cut(), error(429, "E0000047"), cut(), error(429, "E0000047"), ok());
        assertThat(send(partialUpdate).attempts()).isEqualTo(15);
        assertThat(waits).as("as after the first fault and the second").containsExactly(ofMillis(500), ofSeconds(1));
    }

    @Test
    void a_token_that_a_limit_holds_back_is_waited_for_and_uses_up_no_attempt() {
        maxAttempts = 1;
        okta(heldBack(ofSeconds(20)), heldBack(ofSeconds(30)), ok());
        assertThat(send(create).isSuccess()).isTrue();
        assertThat(waits).containsExactly(ofSeconds(20), ofSeconds(30));
    }

    @Test
    void a_token_that_a_limit_holds_back_beyond_maxWait_says_when_to_come_again() {
        okta(heldBack(ofSeconds(100)), heldBack(ofSeconds(21)));
        assertThat(failure(create)).isInstanceOfSatisfying(OktaRateLimitException.class, e -> {
            assertThat(e.getRetryAt())
                    .isBetween(Instant.now().plusSeconds(15), Instant.now().plusSeconds(21));
            assertThat(e.isRetryable()).isTrue();
            assertThat(e.isInDoubt()).isFalse();
            assertThat(e)
                    .hasMessage(
                            "create failed: nothing was sent to https://acme.okta.com: no token; 2 attempts were made;"
                                    + " another attempt would wait longer than maxWait allows");
        });
    }

    private static NotSentException heldBack(Duration retryAfter) {
        return new NotSentException("no token", retryAfter, null);
    }

    @Test
    void a_look_after_refusals_still_leaves_the_attempts_for_faults() {
        maxAttempts = 2;
        okta(error(429, "E0000047"), error(429, "E0000047"), cut(), user("ACTIVE"), ok());
        assertThat(send(OktaUsersOperation.suspend).isSuccess()).isTrue();
    }

    @Test
    void a_call_that_may_wait_no_more_is_not_sent_again_after_a_refusal() {
        maxWait = Duration.ZERO;
        okta(error(429, "E0000047"));
        assertThat(failure(get))
                .isInstanceOf(OktaRateLimitException.class)
                .hasMessage(
                        "get failed: Okta answered 429 E0000047; another attempt would wait longer than maxWait allows");
        assertThat(sent).hasSize(1);
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
    void a_second_401_ends_the_call_and_no_other_failure_stands_for_the_first() {
        okta(error(401, "E0000011"), error(401, "E0000011"));
        assertThat(failure(get)).hasMessageEndingWith("; 2 attempts were made");

        okta(error(429, "E0000047"), error(401, "E0000011"), ok());
        assertThat(send(get).isSuccess()).isTrue();
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

        sent.clear();
        okta(error(500, "E0000009", "X-Okta-Request-Id: one"), ok());
        send(request(get, "", "If-Match", "1"));
        assertThat(sent.get(1).headers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("If-Match", "1", "X-Okta-Retry-For", "one", "X-Okta-Retry-Count", "1"));
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
}
