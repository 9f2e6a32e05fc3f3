/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The users of one poll in their order, of which the first ones that are settled let the cursor move. Not thread-safe: used under
 * the delivery tracker's lock.
 */
final class ConfirmationWindow {
    private final Deque<Place> places = new ArrayDeque<>();
    private boolean blocked;
    private long reached = Long.MIN_VALUE;

    /** The place of a user in the order. */
    static final class Place {
        private long second;
        private boolean settled;

        private Place(long second, boolean settled) {
            this.second = second;
            this.settled = settled;
        }
    }

    /** Adds a user on which nothing is left to do. */
    void addSettled(long second) {
        if (blocked) {
            return;
        }
        Place last = places.peekLast();
        if (last != null && last.settled) {
            last.second = Math.max(last.second, second);
        } else {
            places.add(new Place(second, true));
        }
        move();
    }

    /** Adds a user that is being delivered. */
    Place add(long second) {
        Place place = new Place(second, false);
        if (!blocked) {
            places.add(place);
        }
        return place;
    }

    /** Nothing after this lets the cursor move. */
    void block() {
        blocked = true;
    }

    void settle(Place place) {
        place.settled = true;
        move();
    }

    boolean isBlocked() {
        return blocked;
    }

    /** Whether some user keeps later ones from letting the cursor move. */
    boolean isHeldUp() {
        return blocked || !places.isEmpty();
    }

    /** Epoch second of the last of the settled users at the front; {@link Long#MIN_VALUE} before there is one. */
    long reached() {
        return reached;
    }

    private void move() {
        while (!places.isEmpty() && places.peek().settled) {
            reached = Math.max(reached, places.poll().second);
        }
    }
}
