/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.auth.Credentials;
import io.github.camelokta.users.limit.Turnstile;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;

/** The one place that knows in which order a request passes the links. */
public final class Pipeline {

    private Pipeline() {}

    /**
     * Puts the links in front of the transport, outermost first: errors, retry, rate limit, authorization. Each attempt draws a
     * new permit and carries fresh credentials.
     *
     * @param turnstile where each attempt waits for the rate limit
     * @param secrets of the transport, to be masked in texts of Okta's like the credentials
     */
    public static OktaClient create(
            Credentials credentials,
            Turnstile turnstile,
            Sender transport,
            Collection<String> secrets,
            RetryOptions retries) {
        return create(credentials, turnstile, transport, secrets, retries, Clock.systemUTC());
    }

    static OktaClient create(
            Credentials credentials,
            Turnstile turnstile,
            Sender transport,
            Collection<String> secrets,
            RetryOptions retries,
            Clock clock) {
        Sender authorized = new AuthLink(credentials, transport);
        Sender limited = new RateLimitLink(turnstile, retries.maxWait(), clock, authorized);
        SecretMask mask = new SecretMask(() ->
                Stream.concat(credentials.secrets().stream(), secrets.stream()).toList());
        ErrorTranslator translator = new ErrorTranslator(mask, clock);
        return new ErrorLink(translator, new RetryLink(retries, translator, limited));
    }
}
