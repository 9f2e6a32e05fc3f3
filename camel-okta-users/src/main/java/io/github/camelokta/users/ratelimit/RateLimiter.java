/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import io.github.camelokta.users.ratelimit.WaitQueue.Permit;
import io.github.camelokta.users.ratelimit.WaitQueue.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the threads of one caller wait for the limits of an org. Several rate limiters may share the same limits: closing one
 * wakes only its own threads.
 */
public final class RateLimiter implements AutoCloseable {
    private final ReentrantLock lock;
    private final OrgLimits org;
    private final Object caller;
    private final Ticker ticker;
    private final Map<String, WaitQueue> queues = new HashMap<>();
    private boolean closed;
    private boolean waitsEnded;

    RateLimiter(ReentrantLock lock, OrgLimits org, Object caller, Ticker ticker) {
        this.lock = lock;
        this.org = org;
        this.caller = caller;
        this.ticker = ticker;
    }

    /** Why a call was not permitted. */
    public enum Reason {
        /** What Okta allows in the window is used up, or Okta has just said so. */
        LIMIT_USED_UP,
        /** Okta refuses more calls at once than there are. */
        TOO_MANY_AT_ONCE,
        /** The rate limiter was closed, or its waits were ended. */
        CLOSED
    }

    /** A call was not permitted, and nothing was sent. */
    public static final class RequestNotPermittedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final long wait;

        private RequestNotPermittedException(Reason reason, long wait) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.wait = wait;
        }

        public Reason reason() {
            return reason;
        }

        /** In how many nanoseconds the call could go, as far as that is known. */
        public long waitNanos() {
            return wait;
        }
    }

    /**
     * Waits until the limits allow the call.
     *
     * @param bucket the label of the counter that Okta counts the call in
     * @param polling a read that can come later without harm
     * @param repeated Okta refused the call before; it comes before new ones
     * @param longestWait in nanoseconds
     * @return to be given back by one of the other methods, exactly once
     * @throws RequestNotPermittedException at once if the wait is sure to be longer; after it if there is no room then either;
     *     or if this is closed
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Permit acquire(String bucket, boolean polling, boolean repeated, long longestWait)
            throws RequestNotPermittedException, InterruptedException {
        lock.lock();
        try {
            if (closed) {
                throw new RequestNotPermittedException(Reason.CLOSED, 0);
            }
            WaitQueue queue = queues.computeIfAbsent(bucket, label -> org.queue(caller, label));
            Permit permit = queue.ask(this, polling, repeated, ticker.now(), longestWait);
            if (permit.state() == State.WAITING && waitsEnded) {
                queue.giveUp(permit, ticker.now());
                throw new RequestNotPermittedException(Reason.CLOSED, 0);
            }
            if (permit.state() == State.WAITING) {
                await(permit);
            }
            return switch (permit.state()) {
                case GRANTED -> permit;
                case CLOSED -> throw new RequestNotPermittedException(Reason.CLOSED, 0);
                default ->
                    throw new RequestNotPermittedException(
                            permit.isHeldByConcurrency() ? Reason.TOO_MANY_AT_ONCE : Reason.LIMIT_USED_UP,
                            Math.max(0, permit.readyAt() - ticker.now()));
            };
        } finally {
            lock.unlock();
        }
    }

    private void await(Permit permit) throws InterruptedException {
        Condition changed = lock.newCondition();
        permit.onChange(changed::signal);
        try {
            while (permit.state() == State.WAITING) {
                long now = ticker.now();
                if (now >= permit.wakeAt()) {
                    org.look(permit, now);
                } else {
                    ticker.await(changed, permit.wakeAt() - now);
                }
            }
        } catch (InterruptedException e) {
            if (permit.state() == State.GRANTED) {
                org.notSent(permit, ticker.now());
            } else {
                permit.queue().giveUp(permit, ticker.now());
            }
            throw e;
        }
    }

    /** An answer came. */
    public void answered(Permit permit, RateLimitStatus answer) {
        locked(() -> org.answered(permit, answer, ticker.now()));
    }

    /** No whole answer came; Okta may have counted the call. */
    public void lost(Permit permit) {
        locked(() -> org.lost(permit, ticker.now()));
    }

    /** The call did not get as far as Okta. */
    public void notSent(Permit permit) {
        locked(() -> org.notSent(permit, ticker.now()));
    }

    /** The buckets that calls have come for here, in no order. */
    public List<BucketState> buckets() {
        lock.lock();
        try {
            long now = ticker.now();
            List<BucketState> states = new ArrayList<>(queues.size());
            queues.forEach((bucket, queue) -> states.add(queue.state(bucket, now)));
            return states;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits, now and later. A call that need not wait is still permitted: what is in flight can end. */
    public void endWaits() {
        locked(() -> {
            waitsEnded = true;
            org.close(this, ticker.now());
        });
    }

    /** Permits nothing any more, and ends all waits. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            org.close(this, ticker.now());
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
