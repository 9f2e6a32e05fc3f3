/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import io.github.camelokta.users.ratelimit.RateLimiter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An org without a server, whose answers are given one by one. */
class RateLimitInterceptorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.250Z");
    /** Five minutes before this machine's. */
    private static final String DATE = "Tue, 24 Nov 2026 09:55:00 GMT";

    private static final long RESET = Instant.parse("2026-11-24T09:55:30Z").getEpochSecond();

    private final RateLimiter limiter = new RateLimitGovernor().limiter("https://acme.okta.com", "token");
    private final Queue<Transport> answers = new ArrayDeque<>();
    private int sent;
    private final RateLimitInterceptor interceptor =
            new RateLimitInterceptor(limiter, Clock.fixed(NOW, ZoneOffset.UTC), (request, context) -> {
                sent++;
                return answers.remove().send(request, context);
            });

    private OktaResponse send(OktaUsersOperation operation, CallContext context) throws IOException {
        return interceptor.send(request(operation), context);
    }

    private static OktaRequest request(OktaUsersOperation operation) {
        List<String> path = operation.pathParams().stream().map(param -> "00u1").toList();
        return OktaRequest.of(operation, OrgUrl.parse("https://acme.okta.com"), path, "", Map.of(), null);
    }

    private OktaResponse suspend() throws IOException {
        return send(OktaUsersOperation.suspend, waiting(Duration.ofSeconds(10)));
    }

    private static CallContext waiting(Duration longest) {
        return CallContext.of(Priority.CALL, longest);
    }

    private static OktaResponse answer(int status, String limit, String remaining, String reset) {
        return new OktaResponse(
                status,
                List.of(
                        new Header("date", DATE),
                        new Header("x-rate-limit-limit", limit),
                        new Header("x-rate-limit-remaining", remaining),
                        new Header("x-rate-limit-reset", reset)),
                null);
    }

    private void spent() throws IOException {
        answers.add((request, context) -> answer(200, "600", "0", String.valueOf(RESET)));
        suspend();
    }

    @Test
    void a_wait_that_does_not_fit_fails_at_once_and_says_when_to_come_again() throws IOException {
        spent();

        assertThatThrownBy(() -> suspend()).isInstanceOfSatisfying(OktaRateLimitException.class, e -> {
            assertThat(e.getRetryAt()).isBetween("2026-11-24T10:00:31Z", "2026-11-24T10:00:32Z");
            assertThat(e)
                    .hasMessageMatching("suspend failed: Okta's rate limit of /api/v1/users is used up until about"
                            + " 2026-11-24T10:00:3[12]Z, later than maxWait allows, and nothing was sent; send again then, or"
                            + " raise maxWait");
            assertThat(e.isRetryable()).isTrue();
            assertThat(e.getOperation()).isEqualTo("suspend");
            assertThat(e.getStatusCode()).isZero();
        });
        assertThat(sent).isOne();
    }

    @Test
    void a_destructive_call_is_never_called_retryable() throws IOException {
        spent();
        answers.add((request, context) -> answer(200, "600", "0", String.valueOf(RESET)));
        send(OktaUsersOperation.deactivateOrDelete, waiting(Duration.ofSeconds(10)));

        assertThatThrownBy(() -> send(OktaUsersOperation.deactivateOrDelete, waiting(Duration.ofSeconds(10))))
                .isInstanceOfSatisfying(OktaRateLimitException.class, e -> assertThat(e.isRetryable())
                        .isFalse());
    }

    @Test
    void the_calls_own_budget_counts_before_the_default() throws IOException {
        spent();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> send(OktaUsersOperation.suspend, waiting(Duration.ofMinutes(1))))
                .as("it would have waited")
                .isInstanceOf(NotSentException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupt_restores_the_flag_and_is_no_cause_to_try_again() throws IOException {
        spent();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> send(OktaUsersOperation.suspend, waiting(Duration.ofMinutes(1))))
                .isInstanceOfSatisfying(NotSentException.class, e -> assertThat(e.remedy())
                        .isEqualTo(NotSentException.Remedy.ANOTHER_CALL))
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).isOne();
    }

    @Test
    void after_the_stop_nothing_is_sent() {
        limiter.close();

        assertThatThrownBy(() -> suspend())
                .isInstanceOf(NotSentException.class)
                .hasMessage("the component is stopping");
        assertThat(sent).isZero();
    }

    @Test
    void each_way_to_end_gives_the_permit_back() throws IOException {
        answers.add((request, context) -> answer(200, "100", "99", String.valueOf(RESET)));
        suspend();
        for (Exception failure : List.of(
                new NotSentException("refused", true, null),
                new IOException("cut"),
                new IllegalStateException("bug"))) {
            for (int i = 0; i < 30; i++) {
                answers.add((request, context) -> {
                    if (failure instanceof IOException e) {
                        throw e;
                    }
                    throw (RuntimeException) failure;
                });
                assertThatThrownBy(() -> suspend()).isSameAs(failure);
                answers.add((request, context) -> answer(200, "100", "90", String.valueOf(RESET)));
                suspend();
            }
        }
    }

    @Test
    void a_refusal_is_passed_on_and_remembered() throws IOException {
        answers.add((request, context) -> answer(429, "600", "0", String.valueOf(RESET)));
        CallContext call = waiting(Duration.ofSeconds(10));

        assertThat(send(OktaUsersOperation.suspend, call).status()).isEqualTo(429);

        assertThat(call.wasRateLimited()).isTrue();
        assertThatThrownBy(() -> send(OktaUsersOperation.suspend, call)).isInstanceOf(OktaRateLimitException.class);
    }

    @Test
    void the_tightest_wait_is_spent_from_the_budget() throws IOException {
        answers.add((request, context) -> answer(429, "0", "0", String.valueOf(RESET)));
        answers.add((request, context) -> answer(200, "600", "599", String.valueOf(RESET)));
        CallContext call = waiting(Duration.ofSeconds(10));
        send(OktaUsersOperation.suspend, call);
        send(OktaUsersOperation.suspend, call);

        assertThat(Duration.ofNanos(call.budget().left())).isBetween(Duration.ofMillis(9000), Duration.ofMillis(9901));
    }

    @Test
    void a_call_that_a_stop_ends_before_it_was_sent_may_be_sent_again_by_its_caller() {
        limiter.close();
        ErrorInterceptor chain =
                new ErrorInterceptor(new ErrorTranslator(new Redactor(List::of), Clock.systemUTC()), interceptor);
        for (OktaUsersOperation operation :
                List.of(OktaUsersOperation.create, OktaUsersOperation.suspend, OktaUsersOperation.get)) {
            assertThatThrownBy(() -> chain.send(request(operation), waiting(Duration.ofSeconds(10))))
                    .hasMessageContaining("nothing was sent")
                    .hasMessageContaining("the component is stopping")
                    .isInstanceOfSatisfying(OktaUsersException.class, e -> {
                        assertThat(e.isRetryable()).isTrue();
                        assertThat(e.isInDoubt()).isFalse();
                    });
        }
        assertThatThrownBy(() ->
                        chain.send(request(OktaUsersOperation.deactivateOrDelete), waiting(Duration.ofSeconds(10))))
                .isInstanceOfSatisfying(OktaUsersException.class, e -> assertThat(e.isRetryable())
                        .isFalse());
        assertThat(sent).isZero();
    }

    @Test
    void so_may_one_whose_thread_was_interrupted_while_it_waited() throws IOException {
        ErrorInterceptor chain =
                new ErrorInterceptor(new ErrorTranslator(new Redactor(List::of), Clock.systemUTC()), interceptor);
        answers.add((request, context) -> answer(200, "600", "0", String.valueOf(RESET)));
        suspend();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> chain.send(request(OktaUsersOperation.suspend), waiting(Duration.ofMinutes(1))))
                    .isInstanceOfSatisfying(OktaUsersException.class, e -> assertThat(e.isRetryable())
                            .isTrue());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"600, x, 5", "'', 5, 5", "600, 5, 99999999999999999999", "-1, 5, 5", "600, 5, 1"})
    void numbers_that_mean_nothing_hold_nothing_back(String limit, String remaining, String reset) throws IOException {
        for (int i = 0; i < 20; i++) {
            answers.add((request, context) -> answer(200, limit, remaining, reset));
            suspend();
        }
        assertThat(sent).isEqualTo(20);
    }

    @Test
    void the_wait_until_reset_is_counted_by_oktas_clock() {
        assertThat(RateLimitHeaders.untilReset(answer(429, "600", "0", String.valueOf(RESET))))
                .isEqualTo(Duration.ofSeconds(31));
        assertThat(RateLimitHeaders.untilReset(answer(429, "0", "0", String.valueOf(RESET))))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(RateLimitHeaders.untilReset(new OktaResponse(
                        429, List.of(new Header("Date", "soon"), new Header("X-Rate-Limit-Limit", "6")), null)))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
