/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.limit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A call is let through within a wide limit, and its answer told. */
@State(Scope.Benchmark)
public class PermitBenchmark {
    private static final long MINUTE = 60;

    private final Turnstile turnstile = new RateLimitGovernor().turnstile("https://acme.okta.com", "caller");

    @Benchmark
    public Permit permitAndAnswer() throws NotAdmittedException, InterruptedException {
        Permit permit = turnstile.pass("bucket", false, false, Long.MAX_VALUE);
        long now = System.currentTimeMillis() / 1000;
        turnstile.answered(permit, new Answer(false, 1_000_000_000, 999_999_999, now + MINUTE, now));
        return permit;
    }
}
