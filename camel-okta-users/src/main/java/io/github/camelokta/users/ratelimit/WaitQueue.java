/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import io.github.camelokta.users.ratelimit.Permit.State;

/** The calls that wait for one bucket, in two lines: polling reads come after all others, and never in their way. */
final class WaitQueue {
    private final BucketLimit limit;
    private final OrgLimits org;
    private final Waiters calls = new Waiters();
    private final Waiters polls = new Waiters();

    WaitQueue(BucketLimit limit, OrgLimits org) {
        this.limit = limit;
        this.org = org;
    }

    BucketLimit limit() {
        return limit;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return calls.size() + polls.size();
    }

    void add(Permit permit, long now) {
        Waiters line = permit.polling ? polls : calls;
        line.add(permit);
        dispatch(now);
        if (permit.state == State.WAITING) {
            int ahead = line.size() - 1 + (permit.polling ? calls.size() : 0);
            long start = limit.earliest(now, permit.polling, size());
            long earliest = after(ahead, start);
            if (earliest > permit.deadline && limit.isSure(start)) {
                line.remove(permit);
                permit.become(State.REFUSED, earliest);
                dispatch(now);
            }
        }
    }

    /** Lets through who can go, and tells the first of each line when to look again. */
    void dispatch(long now) {
        serve(calls, false, now);
        serve(polls, true, now);
    }

    private void serve(Waiters line, boolean polling, long now) {
        int ahead = polling ? calls.size() : 0;
        while (line.first() != null) {
            long inBucket = limit.earliest(now, polling, size());
            long time = Math.max(inBucket, org.concurrency().earliest(now));
            if (time > now || ahead > 0) {
                if (inBucket > now && limit.isSure(inBucket)) {
                    line.refuseLate(inBucket, place -> after(ahead + place, inBucket));
                }
                if (line.first() != null) {
                    line.first().lookAgainAt(time > now ? time : BucketLimit.UNKNOWN);
                }
                return;
            }
            Permit permit = line.removeFirst();
            permit.ticket = org.nextTicket();
            limit.sent(permit.ticket, now);
            org.concurrency().sent();
            permit.become(State.GRANTED, now);
        }
    }

    /** As a call that comes now finds it. */
    BucketState state(Object bucket, long now) {
        long start = limit.earliest(now, false, size() + 1);
        long earliest = limit.isSure(start)
                ? after(calls.size(), Math.max(start, org.concurrency().earliest(now)))
                : now;
        return limit.state(bucket, size(), earliest == BucketLimit.UNKNOWN ? 0 : Math.max(0, earliest - now), now);
    }

    /** When a call can go at the earliest that has so many before it, the first of whom can go at {@code start}. */
    private long after(int ahead, long start) {
        return start == BucketLimit.UNKNOWN ? start : limit.afterWindows(start, ahead / limit.callsPerWindow());
    }

    void remove(Permit permit) {
        (permit.polling ? polls : calls).remove(permit);
    }

    void close(Object owner) {
        calls.close(owner);
        polls.close(owner);
    }
}
