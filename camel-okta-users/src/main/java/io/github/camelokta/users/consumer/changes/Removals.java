/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** What is done about users who depart. */
public interface Removals {
    Removals NOT_DETECTED = new Removals() {};

    /** Reads what is stored; asks Okta nothing. */
    default void start() {}

    /** Notes who is on the pages before anybody of them is delivered. */
    default ChangePages watched(ChangePages pages) {
        return pages;
    }

    /** Notes who is delivered, before that. */
    default Deliverer watched(Deliverer deliverer) {
        return deliverer;
    }

    /** Does its part of a poll, after the walk. */
    default void take(PollCycle run) {}

    /** Stores what is confirmed. */
    default void stop() {}
}
