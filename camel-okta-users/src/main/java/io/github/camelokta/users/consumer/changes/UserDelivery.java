/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import java.util.ArrayList;
import java.util.List;

/**
 * A delivery in flight: what one exchange carries, from the moment at which its users are taken until its outcome is known. The
 * outcome may come on any thread, also within {@link Receiver#deliver} or long after the poll; the first one counts.
 */
public final class UserDelivery {
    private final PollCycle cycle;
    private List<ListedUser> users;
    private List<ConfirmationWindow.Place> places;
    private final long cap;
    private final ChangeType type;
    private final int index;
    private final int batchSize;
    /** Guarded by the tracker's lock. */
    private boolean completed;

    /** Makes exchanges of deliveries. */
    public interface Receiver {

        /** Whether another delivery may be handed out: false once the consumer is to stop or to pause. */
        boolean mayDeliver();

        /** Whether another batch may be begun: false as well where only the batch at hand is to be finished. */
        default boolean mayBegin() {
            return mayDeliver();
        }

        /**
         * Hands a delivery out.
         *
         * @throws RuntimeException if no exchange could be made of it; the poll ends, and its users fail, or come again where failed
         *     users are skipped
         */
        void deliver(UserDelivery delivery);
    }

    /**
     * @param places of the users in the order of the poll; empty where the delivery is outside of that order
     * @param cap epoch second that the watermark may not pass
     */
    UserDelivery(
            PollCycle cycle,
            List<ListedUser> users,
            List<ConfirmationWindow.Place> places,
            long cap,
            ChangeType type,
            int index,
            int batchSize) {
        this.cycle = cycle;
        this.users = users;
        this.places = places;
        this.cap = cap;
        this.type = type;
        this.index = index;
        this.batchSize = batchSize;
    }

    /** One user, or those of a page that are new. */
    public List<ListedUser> users() {
        return users;
    }

    /** What happened to the users; of a page {@link ChangeType#created} only if all were. */
    public ChangeType type() {
        return type;
    }

    /** The place within the batch, from 0. */
    public int index() {
        return index;
    }

    /** The number of exchanges in the batch. */
    public int batchSize() {
        return batchSize;
    }

    /** Whether the batch ends with it. */
    public boolean isLastOfBatch() {
        return index == batchSize - 1;
    }

    /** Takes a user of whom no body can be made out of a delivery of several, as a delivery of that user only. */
    public UserDelivery split(ListedUser user) {
        return cycle.tracker().split(cycle, this, user);
    }

    /** The exchange succeeded. */
    public void delivered() {
        cycle.complete(this, true);
    }

    /** The exchange failed: unless failed users are skipped, its users are delivered again. */
    public void failed() {
        cycle.complete(this, false);
    }

    List<ConfirmationWindow.Place> places() {
        return places;
    }

    long cap() {
        return cap;
    }

    /** Removes a user; gives the user's place, if there is one. */
    List<ConfirmationWindow.Place> remove(ListedUser user) {
        int at = users.indexOf(user);
        List<ListedUser> others = new ArrayList<>(users);
        others.remove(at);
        users = List.copyOf(others);
        if (places.isEmpty()) {
            return places;
        }
        ConfirmationWindow.Place place = places.get(at);
        places = new ArrayList<>(places);
        places.remove(at);
        return List.of(place);
    }

    /** Marks it as completed; gives whether it was not before. */
    boolean complete() {
        boolean first = !completed;
        completed = true;
        return first;
    }
}
