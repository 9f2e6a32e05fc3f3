/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * The calls of one caller that wait for one bucket, and the permits of those that may go. Polling reads come after all other
 * calls and are never in their way; among equals, calls that Okta has refused before come first, then first come, first served.
 * Not for several threads; all times monotonic, in nanoseconds.
 */
public final class WaitQueue {
    private final BucketLimit limit;
    private final ConcurrencyLimit concurrency;
    private final LongSupplier tickets;
    private final Waiting calls = new Waiting();
    private final Waiting polls = new Waiting();

    /** @param tickets numbers the permits of all queues of the org in the order in which they are granted */
    WaitQueue(BucketLimit limit, ConcurrencyLimit concurrency, LongSupplier tickets) {
        this.limit = limit;
        this.concurrency = concurrency;
        this.tickets = tickets;
    }

    enum State {
        WAITING,
        GRANTED,
        /** It would wait longer than it may. */
        REFUSED,
        CLOSED
    }

    /** A call that waits, or that may go. One that may go is given back exactly once. */
    public static final class Permit {
        private final WaitQueue queue;
        private final Object owner;
        private final boolean polling;
        private final boolean repeated;
        private final long begun;
        private final long deadline;
        private State state = State.WAITING;
        private long ticket;
        private long wakeAt;
        private long decidedAt;
        private boolean heldByConcurrency;
        private Runnable listener = () -> {};

        private Permit(WaitQueue queue, Object owner, boolean polling, boolean repeated, long now, long longestWait) {
            this.queue = queue;
            this.owner = owner;
            this.polling = polling;
            this.repeated = repeated;
            this.begun = now;
            this.deadline = longestWait < Long.MAX_VALUE - now ? now + longestWait : Long.MAX_VALUE;
            this.wakeAt = deadline;
        }

        WaitQueue queue() {
            return queue;
        }

        State state() {
            return state;
        }

        /** In the order in which permits are granted. */
        long ticket() {
            return ticket;
        }

        /** Until then it may wait. */
        long deadline() {
            return deadline;
        }

        /** When to look again if nothing happens before. */
        long wakeAt() {
            return wakeAt;
        }

        /** Whether that time has come. Then it is up to the queue to set another one. */
        boolean isTimeToLook(long now) {
            if (now < wakeAt) {
                return false;
            }
            wakeAt = deadline;
            return true;
        }

        /** When it could go, if it was refused; what it waited until, if it was granted. */
        long readyAt() {
            return decidedAt;
        }

        /** Whether it was refused for the number of calls at once, and not for the bucket. */
        boolean isHeldByConcurrency() {
            return heldByConcurrency;
        }

        /** Okta has refused the call: until then it might as well have waited. */
        void refusedByOkta(long now) {
            decidedAt = Math.max(decidedAt, now);
        }

        /** @param listener run when it need not wait any more, or not as long */
        void onChange(Runnable listener) {
            this.listener = listener;
        }

        private void become(State next, long time) {
            state = next;
            decidedAt = time;
            listener.run();
        }

        private void lookAgainAt(long time) {
            boolean sooner = time < wakeAt;
            wakeAt = Math.min(time, deadline);
            if (sooner) {
                listener.run();
            }
        }

        /** How long the call waited for it and, if Okta refused the call, for the refusal; in nanoseconds. */
        public long waited() {
            return Math.max(0, decidedAt - begun);
        }
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

    /**
     * A permit that is granted, waits, or is refused since the wait would be too long.
     *
     * @param owner by whom all its waiting permits can be closed
     * @param polling a read that can come later without harm
     * @param repeated Okta refused the call before
     */
    Permit ask(Object owner, boolean polling, boolean repeated, long now, long longestWait) {
        Permit permit = new Permit(this, owner, polling, repeated, now, longestWait);
        Waiting queue = polling ? polls : calls;
        queue.add(permit);
        dispatch(now);
        if (permit.state == State.WAITING) {
            int ahead = queue.size() - 1 + (polling ? calls.size() : 0);
            long start = limit.earliest(now, polling, size());
            long earliest = after(ahead, start);
            if (earliest > permit.deadline && limit.isSure(start)) {
                queue.remove(permit);
                permit.become(State.REFUSED, earliest);
                dispatch(now);
            }
        }
        return permit;
    }

    /** Grants what can go, and tells the first of the others when to look again. */
    void dispatch(long now) {
        serve(calls, false, now);
        serve(polls, true, now);
    }

    private void serve(Waiting queue, boolean polling, long now) {
        int ahead = polling ? calls.size() : 0;
        while (queue.first() != null) {
            long inBucket = limit.earliest(now, polling, size());
            long time = Math.max(inBucket, concurrency.earliest(now));
            if (time > now || ahead > 0) {
                if (inBucket > now && limit.isSure(inBucket)) {
                    queue.refuseLate(inBucket, place -> after(ahead + place, inBucket));
                }
                if (queue.first() != null) {
                    queue.first().lookAgainAt(time > now ? time : BucketLimit.UNKNOWN);
                }
                return;
            }
            grant(queue.removeFirst(), now);
        }
    }

    private void grant(Permit permit, long now) {
        permit.ticket = tickets.getAsLong();
        limit.sent(permit.ticket, now);
        concurrency.sent();
        permit.become(State.GRANTED, now);
    }

    /** As a call that comes now finds it. */
    BucketState state(String bucket, long now) {
        long start = limit.earliest(now, false, size() + 1);
        long earliest = limit.isSure(start) ? after(calls.size(), Math.max(start, concurrency.earliest(now))) : now;
        return limit.state(bucket, size(), earliest == BucketLimit.UNKNOWN ? 0 : Math.max(0, earliest - now), now);
    }

    /** When a call can go at the earliest that has so many before it, the first of which can go at {@code start}. */
    private long after(int ahead, long start) {
        return start == BucketLimit.UNKNOWN ? start : limit.afterWindows(start, ahead / limit.callsPerWindow());
    }

    /**
     * It has waited as long as it may. Who waits out of caution only, such as for the answer to a probe, goes now: what is free
     * is used before a call is refused.
     */
    void expire(Permit permit, long now) {
        (permit.polling ? polls : calls).remove(permit);
        boolean room = limit.hasRoom(now, permit.polling);
        if (room && concurrency.earliest(now) <= now) {
            grant(permit, now);
        } else {
            permit.heldByConcurrency = room;
            long earliest = room ? concurrency.earliest(now) : limit.earliest(now, permit.polling, size() + 1);
            permit.become(State.REFUSED, limit.isSure(earliest) ? Math.max(now, earliest) : now);
        }
        dispatch(now);
    }

    /** It waits no more. */
    void giveUp(Permit permit, long now) {
        (permit.polling ? polls : calls).remove(permit);
        if (permit.state == State.WAITING) {
            permit.become(State.REFUSED, now);
        }
        dispatch(now);
    }

    /** What the owner's permits wait for never comes. */
    void close(Object owner) {
        calls.close(owner);
        polls.close(owner);
    }

    /** First come, first served; those that Okta has refused come before new ones. */
    private static final class Waiting {
        private final Deque<Permit> repeated = new ArrayDeque<>();
        private final Deque<Permit> fresh = new ArrayDeque<>();
        private long start = Long.MIN_VALUE;

        void add(Permit permit) {
            (permit.repeated ? repeated : fresh).add(permit);
        }

        /** Null if none waits. */
        Permit first() {
            return repeated.isEmpty() ? fresh.peek() : repeated.peek();
        }

        Permit removeFirst() {
            return (repeated.isEmpty() ? fresh : repeated).remove();
        }

        void remove(Permit permit) {
            (permit.repeated ? repeated : fresh).remove(permit);
        }

        int size() {
            return repeated.size() + fresh.size();
        }

        /**
         * Refuses what would take too long, unless that was done for this or a later start.
         *
         * @param time when the first can go
         * @param earliest when the one at this place can go, at the earliest
         */
        void refuseLate(long time, IntToLongFunction earliest) {
            boolean later = time > start;
            start = time;
            if (later) {
                int place = refuseLate(repeated, 0, earliest);
                refuseLate(fresh, place, earliest);
            }
        }

        private static int refuseLate(Deque<Permit> part, int first, IntToLongFunction earliest) {
            int place = first;
            for (Iterator<Permit> permits = part.iterator(); permits.hasNext(); ) {
                Permit permit = permits.next();
                long time = earliest.applyAsLong(place);
                if (time > permit.deadline) {
                    permits.remove();
                    permit.become(State.REFUSED, time);
                } else {
                    place++;
                }
            }
            return place;
        }

        void close(Object owner) {
            close(repeated, owner);
            close(fresh, owner);
        }

        private static void close(Deque<Permit> part, Object owner) {
            for (Iterator<Permit> permits = part.iterator(); permits.hasNext(); ) {
                Permit permit = permits.next();
                if (permit.owner == owner) {
                    permits.remove();
                    permit.become(State.CLOSED, 0);
                }
            }
        }
    }
}
