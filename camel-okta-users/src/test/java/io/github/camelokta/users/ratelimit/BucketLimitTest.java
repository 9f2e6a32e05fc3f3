/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of one bucket, one by one. The server's clock shows 1000 s when the monotonic one shows 0. */
class BucketLimitTest {
    private static final long EPOCH = 1000;
    private static final long MS = 1_000_000;

    private final ServerClock clock = new ServerClock();
    private BucketLimit bucket = new BucketLimit(clock, 100, () -> 0.5);
    private long tickets;

    private long send(long now) {
        bucket.sent(++tickets, now);
        return tickets;
    }

    private RateLimitStatus answer(boolean refused, long limit, long remaining, long reset, long now) {
        long date = EPOCH + now / SECOND;
        clock.observe(date, now);
        return new RateLimitStatus(refused, limit, remaining, reset, date);
    }

    private void ok(long ticket, long limit, long remaining, long reset, long now) {
        bucket.answered(answer(false, limit, remaining, reset, now), ticket, now);
    }

    /** As if nobody but us had been seen for two windows. */
    private void alone(int limit) {
        for (int window = -2; window < 0; window++) {
            ok(send(0), limit, limit - 1, 900 + window, 0);
        }
    }

    /** All calls of the window were ours, and so many are left. */
    private void used(int limit, int left, long reset) {
        for (int remaining = limit - 1; remaining >= left; remaining--) {
            ok(send(0), limit, remaining, reset, 0);
        }
    }

    private long earliest(long now) {
        return bucket.earliest(now, false, 1);
    }

    @Test
    void one_probe_opens_what_is_not_known() {
        assertThat(earliest(0)).isZero();
        long probe = send(0);
        assertThat(earliest(1)).isEqualTo(2 * SECOND);

        ok(probe, 600, 599, 1060, 100 * MS);

        assertThat(earliest(100 * MS)).isEqualTo(100 * MS);
    }

    @Test
    void calls_in_flight_are_spent_and_the_end_is_a_second_after_reset() {
        alone(10);
        used(10, 2, 1030);
        send(0);
        send(0);

        assertThat(earliest(0)).isBetween(31 * SECOND, 31 * SECOND + 10 * MS);
    }

    @Test
    void a_window_lasts_60_seconds_from_its_first_answer_at_most() {
        alone(10);
        ok(send(0), 10, 0, 1060, 100 * MS);

        assertThat(earliest(SECOND)).isEqualTo(60 * SECOND + 110 * MS);
    }

    @Test
    void nothing_of_a_spent_window_goes_into_the_next_but_one_probe() {
        alone(10);
        ok(send(0), 10, 0, 1030, 0);
        long after = earliest(0);

        assertThat(earliest(after)).isEqualTo(after);
        long probe = send(after);
        assertThat(earliest(after)).isEqualTo(after + 2 * SECOND);
        ok(probe, 10, 9, 1091, after);
        assertThat(earliest(after)).isEqualTo(after);
    }

    @Test
    void late_answers_of_an_old_window_change_nothing() {
        alone(10);
        long late = send(0);
        ok(send(0), 10, 5, 1060, 0);

        ok(late, 10, 0, 1000, 100 * MS);

        assertThat(earliest(100 * MS)).isEqualTo(100 * MS);
    }

    @Test
    void refusals_that_contradict_the_window_pause_longer_each_time_and_close_nothing() {
        alone(60);
        long early = send(0);
        ok(send(0), 60, 58, 1060, 0);
        bucket.answered(answer(true, 60, 0, 1003, 0), early, 0);
        assertThat(earliest(0)).as("late, so nothing is known from it").isZero();

        bucket.answered(answer(true, 60, 0, 1003, 0), send(0), 0);
        assertThat(earliest(0)).isEqualTo(750 * MS);
        bucket.answered(answer(true, 60, 0, 1003, SECOND), send(SECOND), SECOND);
        assertThat(earliest(SECOND)).isEqualTo(SECOND + 1500 * MS);

        ok(send(3 * SECOND), 60, 57, 1060, 3 * SECOND);
        assertThat(earliest(3 * SECOND)).isEqualTo(3 * SECOND);
    }

    @Test
    void the_share_is_a_limit_of_its_own() {
        bucket = new BucketLimit(clock, 30, () -> 0.5);
        alone(10);
        ok(send(0), 10, 9, 1060, 0);
        ok(send(0), 10, 8, 1060, 0);
        assertThat(earliest(0)).isZero();
        send(0);

        assertThat(earliest(0)).isGreaterThan(60 * SECOND);
    }

    @Test
    void polling_reads_stop_at_a_tenth_and_other_calls_do_not() {
        alone(100);
        ok(send(0), 100, 10, 1060, 0);

        assertThat(bucket.earliest(0, true, 1)).isGreaterThan(60 * SECOND);
        assertThat(bucket.earliest(0, false, 1)).isZero();
    }

    @Test
    void a_lost_call_gives_its_permit_back_and_counts_until_a_later_answer_tells() {
        alone(10);
        used(10, 1, 1030);
        send(0);
        bucket.lost(tickets + 1, 0);
        assertThat(earliest(0)).isGreaterThan(30 * SECOND);

        ok(send(0), 10, 1, 1030, 0);

        assertThat(earliest(0)).isZero();
    }

    @Test
    void a_call_that_was_not_sent_gives_its_permit_back() {
        alone(10);
        used(10, 1, 1030);
        send(0);
        assertThat(earliest(0)).isPositive();

        bucket.notSent();

        assertThat(earliest(0)).isZero();
    }

    @Test
    void lost_calls_never_shut_the_bucket() {
        alone(10);
        ok(send(0), 10, 5, 1030, 0);
        for (int i = 0; i < 5; i++) {
            send(0);
            bucket.lost(tickets + 1, 0);
        }

        assertThat(earliest(0)).isBetween(30 * SECOND, 32 * SECOND);
        assertThat(earliest(32 * SECOND)).isEqualTo(32 * SECOND);
    }

    @Test
    void without_headers_nothing_is_held_back() {
        send(0);
        bucket.lost(tickets + 1, 0);

        for (int i = 0; i < 100; i++) {
            assertThat(earliest(0)).isZero();
            send(0);
        }
    }

    @Test
    void a_429_without_headers_pauses_longer_each_time() {
        send(0);
        bucket.refused(0);
        assertThat(earliest(0)).isEqualTo(750 * MS);
        send(0);
        bucket.refused(0);
        assertThat(earliest(0)).isEqualTo(1500 * MS);
    }

    @Test
    void a_window_that_proves_longer_than_believed_is_asked_ever_more_rarely() {
        alone(10);
        ok(send(0), 10, 0, 1060, 0);
        long now = earliest(0);
        for (long pause = 250 * MS; pause <= 1000 * MS; pause *= 2) {
            long ticket = send(now);
            bucket.answered(answer(true, 10, 0, 1060, now), ticket, now);
            assertThat(earliest(now)).isGreaterThanOrEqualTo(now + pause);
            now = earliest(now);
        }
    }

    @Test
    void a_429_in_a_known_window_closes_it() {
        alone(10);
        ok(send(0), 10, 5, 1030, 0);

        bucket.answered(answer(true, 10, 0, 1030, 0), send(0), 0);

        assertThat(earliest(0)).isGreaterThan(30 * SECOND);
    }

    @Test
    void with_others_some_are_left_and_the_fewer_there_are_the_fewer_go_at_once() {
        ok(send(0), 600, 599, 1060, 0);
        int atOnce = 0;
        while (earliest(0) == 0) {
            send(0);
            atOnce++;
        }
        assertThat(atOnce).isBetween(100, 130);
        for (; atOnce > 0; atOnce--) {
            ok(tickets, 600, 10, 1060, 0);
        }
        send(0);
        assertThat(earliest(0)).as("one at a time").isEqualTo(2 * SECOND);
        ok(tickets, 600, 2, 1060, 0);
        assertThat(earliest(0)).as("the rest is the others'").isGreaterThan(60 * SECOND);
    }
}
