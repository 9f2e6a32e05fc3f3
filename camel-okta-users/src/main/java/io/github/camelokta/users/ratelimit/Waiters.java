/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.IntToLongFunction;

/** Calls that wait for one bucket, first come first served; those that Okta has turned away come before new ones. */
final class Waiters {
    private final Deque<Permit> repeated = new ArrayDeque<>();
    private final Deque<Permit> fresh = new ArrayDeque<>();
    private long start = Long.MIN_VALUE;

    void add(Permit permit) {
        (permit.repeated ? repeated : fresh).add(permit);
    }

    /** Null if nobody waits. */
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
     * Refuses whom it would take too long, unless that was done for this or a later start.
     *
     * @param time when the first of the line can go
     * @param earliest when the call at this place of the line can go, at the earliest
     */
    void refuseLate(long time, IntToLongFunction earliest) {
        boolean later = time > start;
        start = time;
        if (!later) {
            return;
        }
        int place = refuseLate(repeated, 0, earliest);
        refuseLate(fresh, place, earliest);
    }

    private static int refuseLate(Deque<Permit> part, int first, IntToLongFunction earliest) {
        int place = first;
        for (Iterator<Permit> permits = part.iterator(); permits.hasNext(); ) {
            Permit permit = permits.next();
            long time = earliest.applyAsLong(place);
            if (time > permit.deadline) {
                permits.remove();
                permit.become(Permit.State.REFUSED, time);
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
                permit.become(Permit.State.CLOSED, 0);
            }
        }
    }
}
