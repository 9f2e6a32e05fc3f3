/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsInterceptorTest {
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);
    private static final OktaRequest REQUEST = OktaRequest.of(
            OktaUsersOperation.suspend, OrgUrl.parse("https://acme.okta.com"), List.of("00u1"), "", Map.of(), null);

    private final AtomicLong nanos = new AtomicLong();
    private final List<CallReport> reports = new ArrayList<>();

    private OktaClient measured(OktaClient next) {
        return new MetricsInterceptor(next, reports::add, nanos::get);
    }

    @Test
    void a_call_is_told_of_with_its_attempts_its_waits_and_its_time() {
        OktaClient client = measured((request, context) -> {
            context.budget().spend(300);
            nanos.addAndGet(500);
            return new OktaResponse(204, List.of(), null).after(3);
        });

        client.send(REQUEST, CallContext.of(Priority.CALL));

        assertThat(reports)
                .containsExactly(new CallReport(OktaUsersOperation.suspend, CallOutcome.SUCCESS, 3, 300, 500));
    }

    @Test
    void of_a_budget_that_several_calls_share_only_what_this_one_waited_is_told() {
        CallContext first = CallContext.of(Priority.CALL, MAX_WAIT);
        first.budget().spend(1000);
        OktaClient client = measured((request, context) -> {
            context.budget().spend(20);
            return new OktaResponse(204, List.of(), null);
        });

        client.send(REQUEST, first.anotherCall());

        assertThat(reports).extracting(CallReport::waitedNanos).containsExactly(20L);
        assertThat(first.budget().left()).isEqualTo(MAX_WAIT.toNanos() - 1020);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, NO_ANSWER",
        "302, false, CLIENT_ERROR",
        "404, false, CLIENT_ERROR",
        "429, true, RATE_LIMITED",
        "0, true, RATE_LIMITED",
        "503, false, SERVER_ERROR"
    })
    void a_failure_is_told_of_by_its_kind_and_thrown_as_it_is(int status, boolean limited, CallOutcome outcome) {
        OktaUsersException failure = OktaUsersException.of("no")
                .status(status)
                .attempts(2)
                .retryAt(limited ? Instant.EPOCH : null)
                .build();
        OktaClient client = measured((request, context) -> {
            throw failure;
        });

        assertThatThrownBy(() -> client.send(REQUEST, CallContext.of(Priority.CALL)))
                .isSameAs(failure);

        assertThat(reports).containsExactly(new CallReport(OktaUsersOperation.suspend, outcome, 2, 0, 0));
    }
}
