/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.cursor;

import java.util.List;

/**
 * How far the changes are delivered. Immutable.
 *
 * @param queryHash what the users were searched by
 * @param from epoch second at which the next poll starts to read
 * @param watermark epoch second of the newest user behind whom nothing is left to do; for people
 * @param seen the users at or after {@code from}, as they were delivered last
 * @param pending the failed ones, in their turn
 */
public record ChangeCursor(long queryHash, long from, long watermark, List<Seen> seen, List<Pending> pending) {

    /** How a user was when delivered last. */
    public record Seen(String id, long lastUpdated, long fingerprint) {}

    /**
     * A user that failed.
     *
     * @param attempts how often so far
     */
    public record Pending(String id, long fingerprint, int attempts) {}
}
