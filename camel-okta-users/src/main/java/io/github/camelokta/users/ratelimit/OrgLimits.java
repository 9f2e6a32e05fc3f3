/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * All limits of one org: its buckets by caller, how many calls may run at once, and its clock. Decides, and waits for nothing.
 * Not for several threads.
 */
final class OrgLimits {
    private final int share;
    private final DoubleSupplier random;
    private final ServerClock clock = new ServerClock();
    private final ConcurrencyLimit concurrency;
    private final Map<Key, WaitQueue> byKey = new HashMap<>();
    private final List<WaitQueue> queues = new ArrayList<>();
    private long tickets;
    private int turn;

    private record Key(Object caller, String bucket) {}

    OrgLimits(int share, DoubleSupplier random) {
        this.share = share;
        this.random = random;
        this.concurrency = new ConcurrencyLimit(random);
    }

    /** Where the calls of one caller wait for one bucket. */
    WaitQueue queue(Object caller, String bucket) {
        return byKey.computeIfAbsent(new Key(caller, bucket), key -> {
            WaitQueue queue = new WaitQueue(new BucketLimit(clock, share, random), concurrency, () -> ++tickets);
            queues.add(queue);
            return queue;
        });
    }

    void answered(Permit permit, RateLimitStatus answer, long now) {
        if (answer.refused()) {
            permit.refusedByOkta(now);
        }
        BucketLimit limit = permit.queue().limit();
        if (answer.isTooManyAtOnce()) {
            concurrency.refused(now);
            limit.refusedByConcurrency();
        } else {
            concurrency.answered();
            if (answer.tellsWindow()) {
                if (answer.date() >= 0) {
                    clock.observe(answer.date(), now);
                }
                limit.answered(answer, permit.ticket(), now);
            } else if (answer.refused()) {
                limit.refused(now);
            } else {
                limit.lost(tickets + 1, now);
            }
        }
        dispatch(now);
    }

    /** No answer came, or none of Okta's. */
    void lost(Permit permit, long now) {
        concurrency.ended();
        permit.queue().limit().lost(tickets + 1, now);
        dispatch(now);
    }

    /** The call did not get as far as Okta. */
    void notSent(Permit permit, long now) {
        concurrency.ended();
        permit.queue().limit().notSent();
        dispatch(now);
    }

    /** To be done when a waiting call's time to look again has come. */
    void look(Permit permit, long now) {
        if (now >= permit.deadline()) {
            permit.queue().expire(permit, now);
        } else if (permit.isTimeToLook(now)) {
            // It may stand behind a repeated call by now, and is told again when it comes to the front.
            dispatch(now);
        }
    }

    void close(Object owner, long now) {
        queues.forEach(queue -> queue.close(owner));
        dispatch(now);
    }

    int waiting() {
        return queues.stream().mapToInt(WaitQueue::size).sum();
    }

    /** Grants what can go; each time another bucket comes first. */
    private void dispatch(long now) {
        turn = (turn + 1) & Short.MAX_VALUE;
        for (int i = 0; i < queues.size(); i++) {
            WaitQueue queue = queues.get((i + turn) % queues.size());
            if (!queue.isEmpty()) {
                queue.dispatch(now);
            }
        }
    }
}
