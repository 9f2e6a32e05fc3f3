/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

/** What is done about users who depart. */
interface Deletions {
    Deletions NOT_DETECTED = new Deletions() {};

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
    default void take(PollRun run) {}

    /** Stores what is confirmed. */
    default void stop() {}
}
