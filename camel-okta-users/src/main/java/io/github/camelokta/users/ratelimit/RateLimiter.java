/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import io.github.camelokta.users.ratelimit.Permit.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the threads of one caller wait for the limits of an org. Several turnstiles may lead to the same limits: each is closed
 * apart, and wakes its own threads alone.
 */
public final class RateLimiter implements AutoCloseable {
    private final ReentrantLock lock;
    private final OrgLimits org;
    private final Object caller;
    private final Ticker time;
    private final Map<Object, WaitQueue> queues = new HashMap<>();
    private boolean closed;
    private boolean waitsEnded;

    private record Key(Object caller, Object bucket) {}

    RateLimiter(ReentrantLock lock, OrgLimits org, Object caller, Ticker time) {
        this.lock = lock;
        this.org = org;
        this.caller = caller;
        this.time = time;
    }

    /**
     * Lets a call through as soon as the limits allow it.
     *
     * @param bucket the counter that Okta counts the call in
     * @param polling a read that can come later without harm
     * @param repeated Okta turned the call away before; it comes before new ones
     * @param longestWait in nanoseconds
     * @return to be given back by one of the other methods, exactly once
     * @throws RequestNotPermittedException at once if the wait would be longer; or if this is closed
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Permit pass(Object bucket, boolean polling, boolean repeated, long longestWait)
            throws RequestNotPermittedException, InterruptedException {
        lock.lock();
        try {
            if (closed) {
                throw RequestNotPermittedException.closing();
            }
            WaitQueue queue = queues.computeIfAbsent(bucket, key -> org.queue(new Key(caller, key)));
            Permit permit = new Permit(queue, this, polling, repeated, time.now(), longestWait);
            org.ask(permit, permit.begun);
            if (permit.state == State.WAITING && waitsEnded) {
                org.giveUp(permit, time.now());
                throw RequestNotPermittedException.closing();
            }
            if (permit.state == State.WAITING) {
                await(permit);
            }
            return admitted(permit);
        } finally {
            lock.unlock();
        }
    }

    private void await(Permit permit) throws InterruptedException {
        Condition turn = lock.newCondition();
        permit.waker = turn::signal;
        try {
            while (permit.state == State.WAITING) {
                long now = time.now();
                if (now >= permit.wakeAt) {
                    org.look(permit, now);
                } else {
                    time.await(turn, permit.wakeAt - now);
                }
            }
        } catch (InterruptedException e) {
            if (permit.state == State.GRANTED) {
                org.notSent(permit, time.now());
            } else {
                org.giveUp(permit, time.now());
            }
            throw e;
        }
    }

    private Permit admitted(Permit permit) throws RequestNotPermittedException {
        return switch (permit.state) {
            case GRANTED -> permit;
            case CLOSED -> throw RequestNotPermittedException.closing();
            default -> throw RequestNotPermittedException.late(Math.max(0, permit.earliest - time.now()));
        };
    }

    /** An answer came. */
    public void answered(Permit permit, RateLimitStatus answer) {
        locked(() -> org.answered(permit, answer, time.now()));
    }

    /** No whole answer came; Okta may have counted the call. */
    public void lost(Permit permit) {
        locked(() -> org.lost(permit, time.now()));
    }

    /** The call did not get as far as Okta. */
    public void notSent(Permit permit) {
        locked(() -> org.notSent(permit, time.now()));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** The buckets that calls have come for here, in no order. */
    public List<BucketState> buckets() {
        lock.lock();
        try {
            long now = time.now();
            List<BucketState> states = new ArrayList<>(queues.size());
            queues.forEach((bucket, queue) -> states.add(queue.state(bucket, now)));
            return states;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes who waits here, and from now on lets through only who need not wait: what is under way can end. */
    public void endWaits() {
        locked(() -> {
            waitsEnded = true;
            org.close(this, time.now());
        });
    }

    /** Lets nobody through any more, and wakes who waits here. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            org.close(this, time.now());
        });
    }
}
