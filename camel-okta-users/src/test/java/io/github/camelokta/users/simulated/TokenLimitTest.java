/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** A token endpoint that refuses for its rate limit, and many callers. */
class TokenLimitTest extends ServiceAppRoutes {
    private static final int CALLERS = 100;

    private List<Exception> callAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Exchange>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(threads.submit(() -> call("okta-users:get")));
            }
            List<Exception> failures = new ArrayList<>();
            for (Future<Exchange> call : calls) {
                if (call.get().getException() != null) {
                    failures.add(call.get().getException());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void its_429_pauses_all_callers_together_and_fails_none() throws Exception {
        component.setMaxAttempts(1);
        okta.faults().on("POST", "/oauth2/v1/token").times(2).fail(Fault.concurrencyLimited());

        List<Exception> failures = callAtOnce();

        System.out.printf(
                "Token endpoint, 429 twice, %d callers: %d requests for a token%n",
                CALLERS, tokenRequests().size());
        assertThat(failures).isEmpty();
        assertThat(tokenRequests()).hasSize(3);
    }

    @Test
    void its_429_beyond_maxWait_says_when_to_come_again() throws Exception {
        component.setMaxWait(2_000);
        okta.faults().on("POST", "/oauth2/v1/token").always().fail(Fault.rateLimited());
        Instant before = Instant.now();

        List<Exception> failures = callAtOnce();

        System.out.printf(
                "Token endpoint, 429 for long, %d callers: %d requests for a token%n",
                CALLERS, tokenRequests().size());
        assertThat(failures).hasSize(CALLERS).allSatisfy(failure -> {
            assertThat(failure).isInstanceOfSatisfying(OktaRateLimitException.class, e -> assertThat(e.getRetryAt())
                    .isAfter(before));
            assertThat(((OktaUsersException) failure).isRetryable()).isTrue();
            assertThat(failure).hasMessageContaining("no access token for okta.users.read: ");
        });
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(tokenRequests()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_refused_app_is_not_asked_about_by_each_call() throws Exception {
        component.getConfiguration().setOauthClientId("0oaUnknown");

        List<Exception> failures = callAtOnce();

        assertThat(failures).hasSize(CALLERS).allSatisfy(failure -> assertThat(failure)
                .hasMessageContaining("invalid_client"));
        assertThat(tokenRequests()).hasSize(1);
    }
}
