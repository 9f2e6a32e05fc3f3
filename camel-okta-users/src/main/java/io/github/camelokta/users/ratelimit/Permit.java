/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

/** A call that waits for its turn, or that has been let through. One that was let through is given back exactly once. */
public final class Permit {
    enum State {
        WAITING,
        GRANTED,
        /** It would wait longer than it may. */
        REFUSED,
        CLOSED
    }

    final WaitQueue queue;
    final Object owner;
    final boolean polling;
    final boolean repeated;
    final long begun;
    final long deadline;
    State state = State.WAITING;
    /** In the order in which calls are let through. */
    long ticket;
    /** When to look again if nothing happens before. */
    long wakeAt;
    /** When it could go, if it was refused; what it waited until, if it was granted. */
    long earliest;
    /** Run when it need not wait any more, or not as long. */
    Runnable waker = () -> {};

    Permit(WaitQueue queue, Object owner, boolean polling, boolean repeated, long now, long longestWait) {
        this.queue = queue;
        this.owner = owner;
        this.polling = polling;
        this.repeated = repeated;
        this.begun = now;
        this.deadline = longestWait < Long.MAX_VALUE - now ? now + longestWait : Long.MAX_VALUE;
        this.wakeAt = deadline;
    }

    void become(State next, long time) {
        state = next;
        earliest = time;
        waker.run();
    }

    void lookAgainAt(long time) {
        boolean sooner = time < wakeAt;
        wakeAt = Math.min(time, deadline);
        if (sooner) {
            waker.run();
        }
    }

    /** How long it waited, in nanoseconds. */
    public long waited() {
        return Math.max(0, earliest - begun);
    }
}
