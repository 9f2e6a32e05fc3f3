/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Probe;
import io.github.camelokta.users.operation.Repeat;
import java.util.List;

/**
 * Makes a 404 an answer without a body: on reads, and on calls that take something away where a probe confirms that it is
 * gone. A 404 alone does not prove that: it comes as well when the user does not exist.
 */
public final class NotFoundInterceptor implements OktaClient {
    private static final int NOT_FOUND = 404;

    private final OktaClient next;
    private final EffectVerifier verifier;

    public NotFoundInterceptor(OktaClient next) {
        this.next = next;
        this.verifier = new EffectVerifier(next);
    }

    /** Whether a 404 of this row can be told to mean "nothing there". */
    public static boolean judges(OktaUsersOperation row) {
        return row.repeat() == Repeat.SAFE
                || row.probe().filter(Probe::provesAbsence).isPresent();
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        try {
            return next.send(request, context);
        } catch (OktaUsersException e) {
            // On a further page it would cut the list.
            if (e.isNotFound()
                    && !request.isFurtherPage()
                    && (request.operation().repeat() == Repeat.SAFE || verifier.stands(request, context))) {
                return new OktaResponse(NOT_FOUND, List.of(), null);
            }
            throw e;
        }
    }
}
