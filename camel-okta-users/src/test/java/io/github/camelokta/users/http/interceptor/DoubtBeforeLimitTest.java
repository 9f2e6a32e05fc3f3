/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call whose repeat the rate limit keeps back too long. */
class DoubtBeforeLimitTest {
    private final Deque<Exception> failures = new ArrayDeque<>();

    @Test
    void the_attempt_in_doubt_before_it_is_what_is_told() {
        failures.add(new IOException("cut"));
        failures.add(tooLate());

        OktaUsersException failure = send();

        assertThat(failure)
                .isNotInstanceOf(OktaRateLimitException.class)
                .hasMessageContaining("whether Okta acted is not known")
                .hasMessageContaining("another attempt would wait longer than maxWait allows");
        assertThat(failure.isInDoubt()).isTrue();
    }

    @Test
    void without_a_doubt_nothing_was_sent() {
        failures.add(new NotSentException("refused", true, null));
        failures.add(tooLate());

        OktaUsersException failure = send();

        assertThat(failure).isInstanceOf(OktaRateLimitException.class).hasMessage("nothing was sent");
        assertThat(failure.isInDoubt()).isFalse();
    }

    private static OktaUsersException tooLate() {
        return OktaUsersException.of("nothing was sent").retryAt(Instant.EPOCH).build();
    }

    private OktaUsersException send() {
        Transport next = (request, context) -> {
            Exception failure = failures.remove();
            if (failure instanceof IOException cut) {
                throw cut;
            }
            throw (OktaUsersException) failure;
        };
        ErrorTranslator translator = new ErrorTranslator(new Redactor(List::of), Clock.systemUTC());
        RetryOptions options = new RetryOptions(5, Duration.ofMinutes(2), nanos -> true, () -> 0);
        OktaRequest request = OktaRequest.of(
                OktaUsersOperation.resetFactors,
                OrgUrl.parse("https://acme.okta.com"),
                List.of("00u1"),
                "",
                Map.of(),
                null);
        return catchThrowableOfType(OktaUsersException.class, () -> new ErrorInterceptor(
                        translator, new RetryInterceptor(options, translator, next))
                .send(request, CallContext.of(Priority.CALL)));
    }
}
