/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.TimeBudget;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells a listener how each call went. Stands before the pipeline only where somebody listens. */
public final class MetricsInterceptor implements OktaClient {
    private final OktaClient next;
    private final Duration maxWait;
    private final CallListener listener;
    private final LongSupplier nanoClock;

    /**
     * @param maxWait for requests that carry no budget; the pipeline's own
     */
    public MetricsInterceptor(OktaClient next, Duration maxWait, CallListener listener, LongSupplier nanoClock) {
        this.next = next;
        this.maxWait = maxWait;
        this.listener = listener;
        this.nanoClock = nanoClock;
    }

    @Override
    public OktaResponse send(OktaRequest request) {
        OktaRequest limited = request.waitBudget() == null ? request.waitingAtMost(new TimeBudget(maxWait)) : request;
        long budget = limited.waitBudget().left();
        long start = nanoClock.getAsLong();
        try {
            OktaResponse response = next.send(limited);
            report(limited, CallOutcome.SUCCESS, response.attempts(), budget, start);
            return response;
        } catch (OktaUsersException e) {
            report(limited, CallOutcome.of(e), e.getAttempts(), budget, start);
            throw e;
        }
    }

    private void report(OktaRequest request, CallOutcome outcome, int attempts, long budget, long start) {
        long took = nanoClock.getAsLong() - start;
        long waited = budget - request.waitBudget().left();
        listener.ended(new CallReport(request.operation(), outcome, attempts, waited, took));
    }
}
