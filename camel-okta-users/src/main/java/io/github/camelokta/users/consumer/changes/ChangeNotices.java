/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** Takes what an operator should know. */
public interface ChangeNotices {

    /** No cursor was stored: delivery starts where {@code startFrom} says. */
    void initialCursor(String from);

    /** A user failed, and {@code onError=skip} passed over it. */
    void skipped(String id);

    /** A user failed and no more can be kept for a later try: the poll ended there. */
    void retryQueueFull(int failed);

    /** A failed user is no longer looked for, since the search does not show a state that is still to be delivered. */
    void forgotten(String id, int looks);

    /** More users changed within the horizon than the cursor keeps: it is only so long for now. */
    void horizonShrunk(long seconds);

    /** A user is no longer in the search, and Okta did not say why when asked: asked again after the next period. */
    void undecided(String id, RuntimeException cause);

    /** The cursor could not be stored after the poll; the next poll stores it first. */
    void notStored(RuntimeException cause);
}
