/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.interceptor.EffectVerifier.Finding;

/**
 * Makes a refusal a success where a read shows that the effect of the call stands already. The refusal alone does not prove
 * that, and neither does the read: a user may be suspended, and the call still be refused for lack of a permission.
 */
public final class IdempotentInterceptor implements OktaClient {
    private final OktaClient next;
    private final EffectVerifier verifier;

    public IdempotentInterceptor(OktaClient next) {
        this.next = next;
        this.verifier = new EffectVerifier(next);
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        try {
            return next.send(request, context);
        } catch (OktaUsersException e) {
            boolean mayMeanDone = request.operation()
                    .probe()
                    .filter(probe -> probe.errorCodes().contains(String.valueOf(e.getErrorCode())))
                    .isPresent();
            if (mayMeanDone && verifier.look(request, context).finding() == Finding.STANDS) {
                return OktaResponse.unchanged();
            }
            throw e;
        }
    }
}
