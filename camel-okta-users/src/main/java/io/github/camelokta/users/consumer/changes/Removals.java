/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.List;

/** What is done about users who are removed: deleted, or no longer matched by the search. */
public interface Removals {
    Removals NOT_DETECTED = new Removals() {};

    /** Reads what is stored; asks Okta nothing. */
    default void start() {}

    /** Notes the users of a page before any of them is delivered. */
    default void listed(List<ListedUser> users) {}

    /** Notes the users of a delivery before it is handed out. */
    default void delivering(UserDelivery delivery) {}

    /**
     * Notes the outcome of a delivery, before another one of its users may begin.
     *
     * @param poll the number of the poll that handed it out
     */
    default void completed(UserDelivery delivery, boolean ok, long poll) {}

    /** Does its part of a poll, after the scan. */
    default void take(PollCycle cycle) {}

    /** Stores what is confirmed. */
    default void stop() {}
}
