/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.auth.Credentials;
import java.io.IOException;

/** Authorizes each attempt. On a 401 it tells the credentials that they are stale; it never sends twice. */
final class AuthLink implements Sender {
    private static final int UNAUTHORIZED = 401;

    private final Credentials credentials;
    private final Sender next;

    AuthLink(Credentials credentials, Sender next) {
        this.credentials = credentials;
        this.next = next;
    }

    @Override
    public OktaResponse send(OktaRequest request) throws IOException {
        OktaResponse response = next.send(request.withHeaders(credentials.headersFor(request)));
        if (response.status() == UNAUTHORIZED) {
            credentials.rejected();
        }
        return response;
    }
}
