/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import java.util.function.LongSupplier;

/** Tells a listener how each call went. Stands before the pipeline only where somebody listens. */
public final class MetricsInterceptor implements OktaClient {
    private final OktaClient next;
    private final CallListener listener;
    private final LongSupplier nanoClock;

    public MetricsInterceptor(OktaClient next, CallListener listener, LongSupplier nanoClock) {
        this.next = next;
        this.listener = listener;
        this.nanoClock = nanoClock;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        long waitedBefore = context.budget().spent();
        long start = nanoClock.getAsLong();
        try {
            OktaResponse response = next.send(request, context);
            report(
                    request,
                    CallOutcome.SUCCESS,
                    response.attempts(),
                    context.budget().spent() - waitedBefore,
                    start);
            return response;
        } catch (OktaUsersException e) {
            report(request, CallOutcome.of(e), e.getAttempts(), context.budget().spent() - waitedBefore, start);
            throw e;
        }
    }

    private void report(OktaRequest request, CallOutcome outcome, int attempts, long waited, long start) {
        long took = nanoClock.getAsLong() - start;
        listener.ended(new CallReport(request.operation(), outcome, attempts, waited, took));
    }
}
