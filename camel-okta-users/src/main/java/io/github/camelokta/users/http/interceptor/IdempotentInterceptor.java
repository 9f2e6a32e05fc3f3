/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.TimeBudget;
import io.github.camelokta.users.http.interceptor.EffectVerifier.Finding;
import java.time.Duration;

/**
 * Makes a refusal a success where a read shows that the effect of the call stands already. The refusal alone does not prove
 * that, and neither does the read: a user may be suspended, and the call still be refused for lack of a permission.
 */
public final class IdempotentInterceptor implements OktaClient {
    private final OktaClient next;
    private final EffectVerifier prober;
    private final Duration maxWait;

    /**
     * @param maxWait the longest time that call and read wait together
     */
    public IdempotentInterceptor(OktaClient next, Duration maxWait) {
        this.next = next;
        this.prober = new EffectVerifier(next);
        this.maxWait = maxWait;
    }

    @Override
    public OktaResponse send(OktaRequest request) {
        OktaRequest limited = request.waitingAtMost(new TimeBudget(maxWait));
        try {
            return next.send(limited);
        } catch (OktaUsersException e) {
            boolean mayMeanDone = request.operation()
                    .probe()
                    .filter(probe -> probe.errorCodes().contains(String.valueOf(e.getErrorCode())))
                    .isPresent();
            if (mayMeanDone && prober.look(limited).finding() == Finding.STANDS) {
                return OktaResponse.unchanged();
            }
            throw e;
        }
    }
}
