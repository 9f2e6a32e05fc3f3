/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.operation.Repeat;
import java.util.function.Consumer;

/** Sends reads, and hands over writes instead of sending them. */
public final class DryRunInterceptor implements OktaClient {
    private final OktaClient reads;
    private final Consumer<OktaRequest> plan;

    public DryRunInterceptor(OktaClient reads, Consumer<OktaRequest> plan) {
        this.reads = reads;
        this.plan = plan;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        if (request.operation().repeat() == Repeat.SAFE) {
            return reads.send(request, context);
        }
        plan.accept(request);
        return OktaResponse.unchanged();
    }
}
