/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.ratelimit.RateLimitStatus;
import java.time.Duration;
import java.time.Instant;

/** Reads what an answer says about the rate limit. For several threads. */
public final class RateLimitHeaders {
    public static final int TOO_MANY_REQUESTS = 429;
    /** After a refusal for too many calls at once, whose Reset means nothing, or without a Reset. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpDateReader dates = new HttpDateReader(RateLimitStatus.UNKNOWN);

    RateLimitStatus read(OktaResponse response) {
        return new RateLimitStatus(
                response.status() == TOO_MANY_REQUESTS,
                number(response, "X-Rate-Limit-Limit"),
                number(response, "X-Rate-Limit-Remaining"),
                number(response, "X-Rate-Limit-Reset"),
                second(response));
    }

    /** When to ask again after a 429: the later of what the limit and {@code Retry-After} say. */
    public static Duration untilRetry(OktaResponse response) {
        Duration reset = untilReset(response);
        Duration asked = Duration.ofNanos(Backoff.retryAfter(response));
        return reset.compareTo(asked) > 0 ? reset : asked;
    }

    /** When Okta answered, by its own clock; null if it does not say. */
    public static Instant date(OktaResponse response) {
        long second = new RateLimitHeaders().read(response).date();
        return second == RateLimitStatus.UNKNOWN ? null : Instant.ofEpochSecond(second);
    }

    /** How long the limit is used up, by Okta's own clock; Reset has no fraction, so one second is added. */
    static Duration untilReset(OktaResponse response) {
        RateLimitStatus answer = new RateLimitHeaders().read(response);
        boolean known = answer.limit() > 0 && answer.date() > 0 && answer.reset() >= answer.date();
        return known ? Duration.ofSeconds(answer.reset() - answer.date() + 1) : SOON;
    }

    private static long number(OktaResponse response, String name) {
        return response.number(name).orElse(RateLimitStatus.UNKNOWN);
    }

    private long second(OktaResponse response) {
        String date = response.headerOrNull("Date");
        return date == null ? RateLimitStatus.UNKNOWN : dates.read(date);
    }
}
