/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.NotSentException.Remedy;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.ratelimit.RateLimiter;
import io.github.camelokta.users.ratelimit.RateLimiter.Reason;
import io.github.camelokta.users.ratelimit.RateLimiter.RequestNotPermittedException;
import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lets each attempt wait for the rate limit, and tells the governor what Okta answered. It never sends twice: a call that was
 * refused waits here when the interceptor before this one sends it again.
 */
final class RateLimitInterceptor implements Transport {
    private final RateLimiter limiter;
    private final Clock clock;
    private final Transport next;
    private final RateLimitHeaders headers = new RateLimitHeaders();

    /**
     * @param clock this machine's, for telling users when to come again
     */
    RateLimitInterceptor(RateLimiter limiter, Clock clock, Transport next) {
        this.limiter = limiter;
        this.clock = clock;
        this.next = next;
    }

    /**
     * @throws io.github.camelokta.users.api.OktaRateLimitException if the call may not wait that long; nothing was sent
     */
    @Override
    public OktaResponse send(OktaRequest request, CallContext context) throws IOException {
        Permit permit = pass(request, context);
        long waited = permit.waited();
        OktaResponse response;
        try {
            response = next.send(request, context);
        } catch (NotSentException e) {
            limiter.notSent(permit);
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            limiter.lost(permit);
            throw e;
        }
        limiter.answered(permit, headers.read(response));
        if (response.status() == RateLimitHeaders.TOO_MANY_REQUESTS) {
            context.noteRateLimited();
            context.budget().spend(permit.waited() - waited);
        }
        return response;
    }

    private Permit pass(OktaRequest request, CallContext context) throws NotSentException {
        try {
            Permit permit = limiter.acquire(
                    request.operation().bucket().label(),
                    context.priority() == Priority.POLLING,
                    context.wasRateLimited(),
                    context.budget().left());
            context.budget().spend(permit.waited());
            return permit;
        } catch (RequestNotPermittedException e) {
            if (e.reason() == Reason.CLOSED) {
                throw new NotSentException("the component is stopping", Remedy.ANOTHER_CALL, e);
            }
            throw tooLate(request, context, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(
                    "the thread was interrupted while it waited for the rate limit", Remedy.ANOTHER_CALL, e);
        }
    }

    private OktaUsersException tooLate(OktaRequest request, CallContext context, RequestNotPermittedException why) {
        // Up to the next whole second: an Instant in a message with nine digits says no more.
        Instant retryAt =
                clock.instant().plusNanos(why.waitNanos()).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        String reason = why.reason() == Reason.TOO_MANY_AT_ONCE
                ? "Okta refuses more calls at once, and none of those in flight ended in the time that maxWait allows;"
                        + " nothing was sent; send again later, or raise maxWait"
                : "Okta's rate limit of " + request.operation().bucket().pattern() + " is used up until about "
                        + retryAt
                        + ", later than maxWait allows, and nothing was sent; send again then, or raise maxWait";
        return OktaUsersException.of(request.operation().name() + " failed: " + reason)
                .operation(request.operation().name())
                .retryable(RetryPolicy.isRetryable(request.repeat(), Failure.RATE_LIMITED, false))
                .attempts(context.attempt() - 1)
                .retryAt(retryAt)
                .build();
    }
}
