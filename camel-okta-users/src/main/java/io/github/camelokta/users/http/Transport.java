/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.io.IOException;

/** Sends a request and gives Okta's answer: the transport itself, and each interceptor in front of it. */
@FunctionalInterface
public interface Transport {

    /**
     * @throws NotSentException if the request certainly did not reach Okta
     * @throws IOException if no whole answer came; whether Okta acted on the request is not known
     */
    OktaResponse send(OktaRequest request, CallContext context) throws IOException;
}
