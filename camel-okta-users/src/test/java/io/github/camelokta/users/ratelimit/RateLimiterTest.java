/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.users.ratelimit.RateLimiter.Reason;
import io.github.camelokta.users.ratelimit.RateLimiter.RequestNotPermittedException;
import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that wait; time stands still unless a test moves it. */
@Timeout(20)
class RateLimiterTest {
    private static final long LONG = 1000 * SECOND;

    /** Lets a test know that a thread waits, and for how long it would. */
    private static final class StandingTime implements Ticker {
        final AtomicLong now = new AtomicLong();
        final BlockingQueue<Long> waits = new LinkedBlockingQueue<>();
        volatile boolean passes;

        @Override
        public long now() {
            return now.get();
        }

        @Override
        public void await(Condition condition, long nanos) throws InterruptedException {
            waits.add(nanos);
            if (passes) {
                now.addAndGet(nanos);
            } else {
                condition.await();
            }
        }
    }

    private final StandingTime time = new StandingTime();
    private final RateLimitGovernor governor = new RateLimitGovernor(100, time, () -> 0.5);
    private final RateLimiter rateLimiter = governor.limiter("https://acme.okta.com", "token");

    private Permit pass(RateLimiter way, long longestWait) throws Exception {
        return way.acquire("users", false, false, longestWait);
    }

    private void spend(RateLimiter way) throws Exception {
        way.answered(pass(way, LONG), new RateLimitStatus(false, 10, 0, 1030, 1000));
    }

    /** Runs in a thread of its own and returns when it waits. */
    private CompletableFuture<Permit> waiting(RateLimiter way, long longestWait) throws InterruptedException {
        return waiting(way, longestWait, new Thread[1]);
    }

    private CompletableFuture<Permit> waiting(RateLimiter way, long longestWait, Thread[] thread)
            throws InterruptedException {
        CompletableFuture<Permit> result = new CompletableFuture<>();
        thread[0] = new Thread(() -> {
            try {
                result.complete(pass(way, longestWait));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        thread[0].start();
        assertThat(time.waits.poll(10, TimeUnit.SECONDS)).isNotNull();
        return result;
    }

    @Test
    void with_room_nobody_waits() throws Exception {
        rateLimiter.answered(pass(rateLimiter, 0), new RateLimitStatus(false, 600, 599, 1060, 1000));

        assertThat(pass(rateLimiter, 0).waited()).isZero();
        assertThat(time.waits).isEmpty();
    }

    @Test
    void a_call_waits_for_the_end_of_the_window_and_says_how_long_it_did() throws Exception {
        spend(rateLimiter);
        time.passes = true;

        Permit permit = pass(rateLimiter, LONG);

        assertThat(permit.waited()).isBetween(31 * SECOND, 32 * SECOND);
        assertThat(time.waits).as("no loop").hasSize(1);
    }

    @Test
    void an_answer_lets_the_next_through() throws Exception {
        Permit probe = pass(rateLimiter, LONG);
        CompletableFuture<Permit> next = waiting(rateLimiter, LONG);

        rateLimiter.answered(probe, new RateLimitStatus(false, 600, 599, 1060, 1000));

        assertThat(next.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_lost_answer_and_an_unsent_call_let_the_next_through_too() throws Exception {
        Permit probe = pass(rateLimiter, LONG);
        CompletableFuture<Permit> next = waiting(rateLimiter, LONG);
        rateLimiter.notSent(probe);
        Permit second = next.get(10, TimeUnit.SECONDS);
        CompletableFuture<Permit> third = waiting(rateLimiter, LONG);
        rateLimiter.lost(second);

        assertThat(third.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_wait_that_does_not_fit_is_refused_without_waiting() throws Exception {
        spend(rateLimiter);

        assertThatThrownBy(() -> pass(rateLimiter, 30 * SECOND))
                .isInstanceOfSatisfying(RequestNotPermittedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.LIMIT_USED_UP);
                    assertThat(e.waitNanos()).isBetween(31 * SECOND, 32 * SECOND);
                });
        assertThat(time.waits).isEmpty();
    }

    @Test
    void who_has_waited_as_long_as_allowed_is_refused() throws Exception {
        pass(rateLimiter, LONG);
        rateLimiter.answered(acquireOther(), new RateLimitStatus(true, 0, 0, 1060, 1000));
        time.passes = true;

        assertThatThrownBy(() -> pass(rateLimiter, SECOND))
                .isInstanceOfSatisfying(RequestNotPermittedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.TOO_MANY_AT_ONCE));
        assertThat(time.now()).isEqualTo(SECOND);
    }

    private Permit acquireOther() throws Exception {
        return rateLimiter.acquire("another bucket", false, false, 0);
    }

    @Test
    void who_waits_for_the_answer_to_a_probe_goes_when_it_may_wait_no_more() throws Exception {
        pass(rateLimiter, LONG);
        time.passes = true;

        for (int i = 0; i < 19; i++) {
            assertThat(pass(rateLimiter, SECOND)).isNotNull();
        }
        assertThat(time.now()).as("each waited as long as it may").isEqualTo(19 * SECOND);
    }

    @Test
    void what_is_free_is_used_before_a_call_is_refused_and_no_more_than_that() throws Exception {
        rateLimiter.answered(pass(rateLimiter, LONG), new RateLimitStatus(false, 600, 20, 1060, 1000));
        int granted = 0;
        try {
            while (true) {
                pass(rateLimiter, 0);
                granted++;
            }
        } catch (RequestNotPermittedException e) {
            assertThat(e.reason()).isEqualTo(Reason.LIMIT_USED_UP);
            assertThat(e.waitNanos()).isBetween(60 * SECOND, 61 * SECOND);
        }
        assertThat(granted).as("fourteen are left to others").isEqualTo(6);
    }

    @Test
    void an_interrupt_ends_the_wait_and_leaves_nothing_behind() throws Exception {
        Permit probe = pass(rateLimiter, LONG);
        Thread[] thread = new Thread[1];
        CompletableFuture<Permit> interrupted = waiting(rateLimiter, LONG, thread);

        thread[0].interrupt();

        assertThatThrownBy(() -> interrupted.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        CompletableFuture<Permit> next = waiting(rateLimiter, LONG);
        rateLimiter.notSent(probe);
        assertThat(next.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void closing_wakes_its_own_threads_alone() throws Exception {
        RateLimiter other = governor.limiter("https://acme.okta.com", "token");
        Permit probe = pass(rateLimiter, LONG);
        CompletableFuture<Permit> mine = waiting(rateLimiter, LONG);
        CompletableFuture<Permit> others = waiting(other, LONG);

        rateLimiter.close();

        assertThatThrownBy(() -> mine.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(RequestNotPermittedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.CLOSED));
        assertThatThrownBy(() -> pass(rateLimiter, LONG)).isInstanceOf(RequestNotPermittedException.class);
        assertThat(others).isNotDone();
        rateLimiter.answered(probe, new RateLimitStatus(false, 600, 599, 1060, 1000));
        assertThat(others.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void where_waits_have_ended_only_those_pass_who_need_not_wait() throws Exception {
        rateLimiter.answered(pass(rateLimiter, LONG), new RateLimitStatus(false, 600, 599, 1060, 1000));
        spend(governor.limiter("https://acme.okta.com", "other"));
        CompletableFuture<Permit> waits = waiting(governor.limiter("https://acme.okta.com", "other"), LONG);

        rateLimiter.endWaits();

        assertThat(pass(rateLimiter, LONG).waited()).isZero();
        assertThat(waits).as("those of another way in").isNotDone();
        rateLimiter.answered(pass(rateLimiter, LONG), new RateLimitStatus(false, 600, 0, 1060, 1000));
        assertThatThrownBy(() -> pass(rateLimiter, LONG)).isInstanceOf(RequestNotPermittedException.class);
        assertThat(governor.getWaiting()).isEqualTo(1);
    }

    @Test
    void equal_callers_are_counted_together_and_others_apart() throws Exception {
        spend(rateLimiter);

        assertThatThrownBy(() -> pass(governor.limiter("https://acme.okta.com", "token"), 0))
                .isInstanceOf(RequestNotPermittedException.class);
        assertThat(pass(governor.limiter("https://acme.okta.com", "another"), 0))
                .isNotNull();
        assertThat(pass(governor.limiter("https://other.okta.com", "token"), 0)).isNotNull();
        assertThat(rateLimiter.acquire("another bucket", false, false, 0)).isNotNull();
    }

    @Test
    void a_share_is_1_to_100() {
        assertThatThrownBy(() -> new RateLimitGovernor(0)).hasMessage("rateLimitShare must be 1 to 100 (percent)");
        assertThatThrownBy(() -> new RateLimitGovernor(101)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new RateLimitGovernor(80).getShare()).isEqualTo(80);
    }
}
