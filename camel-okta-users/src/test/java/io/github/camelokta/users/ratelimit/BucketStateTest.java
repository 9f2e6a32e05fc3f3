/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people are shown of a bucket. */
class BucketStateTest {
    private static final long LONG = Duration.ofHours(1).toNanos();

    private final HandMovedTime time = new HandMovedTime();
    private final RateLimiter rateLimiter = time.governor().limiter("https://acme.okta.com", "caller");

    private Permit pass() throws Exception {
        return rateLimiter.acquire("users", false, false, LONG);
    }

    private BucketState state() {
        assertThat(rateLimiter.buckets()).hasSize(1);
        return rateLimiter.buckets().get(0);
    }

    @Test
    void nothing_is_shown_that_Okta_has_not_told() throws Exception {
        assertThat(rateLimiter.buckets()).isEmpty();

        pass();

        assertThat(state()).isEqualTo(new BucketState("users", 0, 0, 0, 1, 0, Duration.ZERO));
    }

    @Test
    void calls_on_their_way_are_taken_off_what_is_left() throws Exception {
        rateLimiter.answered(pass(), new RateLimitStatus(false, 600, 580, 1060, 1000));
        pass();

        assertThat(state()).isEqualTo(new BucketState("users", 600, 579, 1060, 1, 0, Duration.ZERO));
    }

    @Test
    void a_bucket_that_is_used_up_tells_how_long_and_is_full_again_after_the_window() throws Exception {
        rateLimiter.answered(pass(), new RateLimitStatus(true, 600, 0, 1030, 1000));

        assertThat(state().remaining()).isZero();
        assertThat(state().delay()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));

        time.advance(Duration.ofSeconds(32));
        assertThat(state().remaining()).isEqualTo(600);
        assertThat(state().delay()).isZero();
    }
}
