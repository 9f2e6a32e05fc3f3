/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.auth.Credentials;
import java.util.Collection;
import java.util.stream.Stream;

/** The one place that knows in which order a request passes the links. */
public final class Pipeline {

    private Pipeline() {}

    /**
     * Puts the links in front of the transport, outermost first: errors, retry, authorization. The rate limit stands between
     * the last two, so that each attempt draws a new permit and carries fresh credentials.
     *
     * @param secrets of the transport, to be masked in texts of Okta's like the credentials
     */
    public static OktaClient create(
            Credentials credentials, Sender transport, Collection<String> secrets, RetryOptions retries) {
        Sender authorized = new AuthLink(credentials, transport);
        SecretMask mask = new SecretMask(() ->
                Stream.concat(credentials.secrets().stream(), secrets.stream()).toList());
        ErrorTranslator translator = new ErrorTranslator(mask);
        return new ErrorLink(translator, new RetryLink(retries, translator, authorized));
    }
}
