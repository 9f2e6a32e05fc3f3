/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ModelBucket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import io.github.camelokta.users.ratelimit.WaitQueue.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who goes first, who is refused at once, and what one bucket's calls mean to another's. */
class OrgLimitsTest {
    private static final long LONG = 1000 * SECOND;
    private final OrgLimits org = new OrgLimits(100, () -> 0.5);

    private Permit ask(String bucket, boolean polling, boolean repeated, long longestWait, long now) {
        return org.queue("caller", bucket).ask(this, polling, repeated, now, longestWait);
    }

    private Permit call(long longestWait) {
        return ask("users", false, false, longestWait, 0);
    }

    private static RateLimitStatus answer(long limit, long remaining, long reset) {
        return new RateLimitStatus(false, limit, remaining, reset, 1000);
    }

    private static RateLimitStatus tooManyAtOnce() {
        return new RateLimitStatus(true, 0, 0, 1060, 1000);
    }

    @Test
    void repeated_calls_come_first_then_calls_then_polling_reads() {
        Permit probe = call(LONG);
        Permit poll = ask("users", true, false, LONG, 0);
        Permit first = call(LONG);
        Permit second = call(LONG);
        Permit repeated = ask("users", false, true, LONG, 0);
        List<Permit> order = new ArrayList<>();
        for (Permit permit : List.of(poll, first, second, repeated)) {
            permit.onChange(() -> order.add(permit));
        }

        org.answered(probe, answer(1000, 999, 1060), 0);

        assertThat(order).containsExactly(repeated, first, second, poll);
    }

    @Test
    void a_poll_at_its_floor_blocks_no_call() {
        org.answered(call(LONG), answer(1000, 90, 1060), 0);
        Permit poll = ask("users", true, false, LONG, 0);

        assertThat(poll.state()).isEqualTo(State.WAITING);
        assertThat(call(LONG).state()).isEqualTo(State.GRANTED);
        assertThat(poll.state()).isEqualTo(State.WAITING);
    }

    @Test
    void who_cannot_wait_that_long_is_refused_at_once_and_told_when() {
        org.answered(call(LONG), answer(10, 0, 1030), 0);

        Permit impatient = call(30 * SECOND);

        assertThat(impatient.state()).isEqualTo(State.REFUSED);
        assertThat(impatient.readyAt()).isBetween(31 * SECOND, 32 * SECOND);
        assertThat(call(32 * SECOND).state()).isEqualTo(State.WAITING);
    }

    @Test
    void who_waits_already_is_refused_as_soon_as_it_is_known_to_take_too_long() {
        Permit probe = call(LONG);
        Permit impatient = call(30 * SECOND);
        Permit patient = call(LONG);
        assertThat(impatient.state()).isEqualTo(State.WAITING);

        org.answered(probe, answer(10, 0, 1030), 0);

        assertThat(impatient.state()).isEqualTo(State.REFUSED);
        assertThat(patient.state()).isEqualTo(State.WAITING);
        assertThat(patient.wakeAt()).isBetween(31 * SECOND, 32 * SECOND);
    }

    @Test
    void a_place_in_the_line_that_needs_more_windows_than_the_wait_is_refused_at_once() {
        org.answered(call(LONG), answer(10, 0, 1060), 0);
        for (int i = 0; i < 10; i++) {
            assertThat(call(70 * SECOND).state()).isEqualTo(State.WAITING);
        }

        assertThat(call(70 * SECOND).state()).isEqualTo(State.REFUSED);
        assertThat(call(130 * SECOND).state()).isEqualTo(State.WAITING);
    }

    @Test
    void too_many_at_once_holds_all_buckets_of_the_org_and_tells_nothing_of_any() {
        org.answered(call(LONG), answer(100, 90, 1060), 0);
        org.answered(ask("other", false, false, LONG, 0), answer(100, 90, 1060), 0);

        org.answered(call(LONG), tooManyAtOnce(), 0);

        Permit other = ask("other", false, false, LONG, 0);
        assertThat(other.state()).isEqualTo(State.WAITING);
        assertThat(other.wakeAt()).isBetween(SECOND / 10, SECOND / 2);
        org.look(other, other.wakeAt());
        assertThat(other.state()).isEqualTo(State.GRANTED);
        org.answered(other, answer(100, 89, 1060), SECOND);
        assertThat(ask("users", false, false, LONG, SECOND).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void an_answer_in_one_bucket_makes_room_for_a_call_in_another() {
        org.answered(call(LONG), answer(100, 90, 1060), 0);
        Permit running = call(LONG);
        Permit refused = call(LONG);
        org.answered(refused, tooManyAtOnce(), 0);
        Permit other = ask("other", false, false, LONG, SECOND);
        assertThat(other.state()).isEqualTo(State.WAITING);

        org.answered(running, answer(100, 89, 1060), SECOND);

        assertThat(other.state()).isEqualTo(State.GRANTED);
    }

    @Test
    void a_call_that_a_repeated_one_overtook_looks_again_only_when_told() {
        org.answered(call(LONG), answer(10, 0, 1030), 0);
        Permit first = call(LONG);
        ask("users", false, true, LONG, 0);
        ask("users", false, true, LONG, 0);

        org.look(first, first.wakeAt() - 1);
        assertThat(first.wakeAt()).isBetween(31 * SECOND, 32 * SECOND);
        org.look(first, first.wakeAt());

        assertThat(first.state()).isEqualTo(State.WAITING);
        assertThat(first.wakeAt()).isEqualTo(first.deadline());
    }

    @Test
    void who_gives_up_leaves_the_line_to_the_next() {
        org.answered(call(LONG), answer(10, 0, 1030), 0);
        Permit first = call(LONG);
        Permit second = call(LONG);

        first.queue().giveUp(first, SECOND);

        assertThat(first.state()).isEqualTo(State.REFUSED);
        assertThat(second.wakeAt()).isBetween(31 * SECOND, 32 * SECOND);
    }

    @Test
    void garbled_numbers_are_not_believed() {
        for (RateLimitStatus garbled : List.of(
                answer(-1, 5, 1060),
                answer(10, 11, 1060),
                answer(10, 5, 1_060_000),
                answer(10, 5, 900),
                answer(10, -1, 1060),
                answer(1L << 40, 5, 1060))) {
            assertThat(garbled.tellsWindow()).as(garbled.toString()).isFalse();
        }
        org.answered(call(LONG), answer(10, 5, 1_060_000), 0);

        assertThat(call(LONG).state()).isEqualTo(State.GRANTED);
        assertThat(call(LONG).state()).isEqualTo(State.GRANTED);
    }
}
