/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.operation.Repeat;
import java.util.function.Consumer;

/** Sends reads, and hands over writes instead of sending them. */
public final class DryRunClient implements OktaClient {
    private final OktaClient reads;
    private final Consumer<OktaRequest> plan;

    public DryRunClient(OktaClient reads, Consumer<OktaRequest> plan) {
        this.reads = reads;
        this.plan = plan;
    }

    @Override
    public OktaResponse send(OktaRequest request) {
        if (request.operation().repeat() == Repeat.SAFE) {
            return reads.send(request);
        }
        plan.accept(request);
        return OktaResponse.unchanged();
    }
}
