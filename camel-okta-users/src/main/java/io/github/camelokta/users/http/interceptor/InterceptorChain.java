/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.ratelimit.RateLimiter;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;

/** The one place that knows in which order a request passes the interceptors. */
public final class InterceptorChain {

    private InterceptorChain() {}

    /**
     * Puts the interceptors in front of the transport, outermost first: errors, retry, rate limit, authorization. Each attempt draws a
     * new permit and carries fresh credentials.
     *
     * @param limiter where each attempt waits for the rate limit
     * @param secrets of the transport, to be masked in texts of Okta's like the credentials
     */
    public static OktaClient create(
            Credentials credentials,
            RateLimiter limiter,
            Transport transport,
            Collection<String> secrets,
            RetryOptions retries) {
        return create(credentials, limiter, transport, secrets, retries, Clock.systemUTC());
    }

    static OktaClient create(
            Credentials credentials,
            RateLimiter limiter,
            Transport transport,
            Collection<String> secrets,
            RetryOptions retries,
            Clock clock) {
        Transport authorized = new AuthInterceptor(credentials, transport);
        Transport limited = new RateLimitInterceptor(limiter, clock, authorized);
        Redactor redactor = new Redactor(() ->
                Stream.concat(credentials.secrets().stream(), secrets.stream()).toList());
        ErrorTranslator translator = new ErrorTranslator(redactor, clock);
        return new ErrorInterceptor(translator, new RetryInterceptor(retries, translator, limited));
    }
}
