/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.Rejection;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Transport;
import java.io.IOException;
import java.util.Map;

/** Authorizes each attempt. On a 401 it tells the credentials that they are stale; it never sends twice. */
final class AuthInterceptor implements Transport {
    private static final int UNAUTHORIZED = 401;

    private final Credentials credentials;
    private final Transport next;

    AuthInterceptor(Credentials credentials, Transport next) {
        this.credentials = credentials;
        this.next = next;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) throws IOException {
        Map<String, String> authorization = authorization(request);
        OktaResponse response = next.send(request.withHeaders(authorization), context);
        if (response.status() == UNAUTHORIZED) {
            credentials.rejected(
                    new Rejection(authorization, name -> response.header(name).orElse(null)));
        }
        return response;
    }

    private Map<String, String> authorization(OktaRequest request) throws NotSentException {
        try {
            return credentials.headersFor(request);
        } catch (CredentialsException e) {
            throw e.retryAfter() == null
                    ? new NotSentException(e.getMessage(), e.isPassing(), e)
                    : new NotSentException(e.getMessage(), e.retryAfter(), e);
        }
    }
}
