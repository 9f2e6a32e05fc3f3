/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import java.util.PriorityQueue;

/** Runs events in the order of their time. */
final class VirtualTime {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long count;

    private record Event(long time, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return time == other.time ? Long.compare(order, other.order) : Long.compare(time, other.time);
        }
    }

    long now() {
        return now;
    }

    void at(long time, Runnable action) {
        events.add(new Event(Math.max(time, now), count++, action));
    }

    boolean isOver() {
        return events.isEmpty();
    }

    /** Runs until nothing is left, or for so long. */
    void run(long longest) {
        while (!events.isEmpty() && events.peek().time <= longest) {
            Event event = events.remove();
            now = event.time;
            event.action.run();
        }
        if (longest != Long.MAX_VALUE) {
            now = longest;
        }
    }
}
