/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.auth.Credentials;

/** The one place that knows in which order a request passes the links. */
public final class Pipeline {

    private Pipeline() {}

    /**
     * Puts the links in front of the transport, outermost first: errors, authorization. Between the two stand, in this
     * order, probe, retry and rate limit, so that each attempt draws a new permit and carries fresh credentials.
     */
    public static OktaClient create(Credentials credentials, Sender transport) {
        Sender authorized = new AuthLink(credentials, transport);
        return new ErrorLink(new ErrorTranslator(new SecretMask(credentials::secrets)), authorized);
    }
}
