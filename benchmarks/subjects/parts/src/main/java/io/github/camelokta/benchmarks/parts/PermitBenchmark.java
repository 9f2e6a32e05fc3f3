/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import io.github.camelokta.users.ratelimit.RateLimitStatus;
import io.github.camelokta.users.ratelimit.RateLimiter;
import io.github.camelokta.users.ratelimit.RateLimiter.RequestNotPermittedException;
import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call is let through within a wide limit, and its answer told. */
@State(Scope.Benchmark)
public class PermitBenchmark {
    private static final long MINUTE = 60;

    private final RateLimiter rateLimiter = new RateLimitGovernor().limiter("https://acme.okta.com", "caller");

    @Benchmark
    public Permit permitAndAnswer() throws RequestNotPermittedException, InterruptedException {
        Permit permit = rateLimiter.acquire("bucket", false, false, Long.MAX_VALUE);
        long now = System.currentTimeMillis() / 1000;
        rateLimiter.answered(permit, new RateLimitStatus(false, 1_000_000_000, 999_999_999, now + MINUTE, now));
        return permit;
    }
}
