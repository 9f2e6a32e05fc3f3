/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.operation.Repeat;

/** Sends, and tells of each write that was sent. Reads pass untold. */
public final class AuditInterceptor implements OktaClient {
    private final OktaClient next;
    private final WriteListener listener;

    public AuditInterceptor(OktaClient next, WriteListener listener) {
        this.next = next;
        this.listener = listener;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        if (request.operation().repeat() == Repeat.SAFE) {
            return next.send(request, context);
        }
        OktaResponse response;
        try {
            response = next.send(request, context);
        } catch (OktaUsersException e) {
            listener.failed(request, e, () -> null);
            throw e;
        }
        listener.done(request, response, () -> null, () -> null);
        return response;
    }
}
