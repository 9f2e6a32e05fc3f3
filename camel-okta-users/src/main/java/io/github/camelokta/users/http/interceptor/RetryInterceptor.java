/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Transport;

/**
 * Sends a call again where that does no harm. Each call waits within one budget, whatever it waits for; reads that look for
 * the effect of a doubtful attempt share it.
 */
final class RetryInterceptor implements Transport {
    private final RetryOptions options;
    private final Transport next;
    private final EffectVerifier verifier;

    RetryInterceptor(RetryOptions options, ErrorTranslator translator, Transport next) {
        this.options = options;
        this.next = next;
        this.verifier = new EffectVerifier(new ErrorInterceptor(translator, this));
    }

    /**
     * @throws RetriesExhaustedException instead of an answer that is no success, and instead of any failure to get one
     */
    @Override
    public OktaResponse send(OktaRequest request, CallContext context) throws RetriesExhaustedException {
        context.budget().limitTo(options.maxWait());
        return new RetryingCall(request, context, options, next, verifier).send();
    }
}
