/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Transport;
import java.io.IOException;

/** Makes an {@link OktaUsersException} of every answer but a success, and of every failure to get an answer. */
final class ErrorInterceptor implements OktaClient {
    private final ErrorTranslator translator;
    private final Transport next;

    ErrorInterceptor(ErrorTranslator translator, Transport next) {
        this.translator = translator;
        this.next = next;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        OktaResponse response;
        try {
            response = next.send(request, context);
        } catch (RetriesExhaustedException e) {
            throw translator.failed(request, e.last(), e.ending());
        } catch (IOException e) {
            throw translator.failed(request, new Attempt(null, e), Ending.PLAIN);
        }
        if (!response.isSuccess()) {
            throw translator.failed(request, new Attempt(response, null), Ending.PLAIN);
        }
        return response;
    }
}
