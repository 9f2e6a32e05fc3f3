/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.Duration;

/**
 * The endpoint's options.
 *
 * @param queryHash the hash of search and fields
 * @param searched whether the endpoint has a search of its own, so that users may leave it
 * @param limit page size
 * @param maxMessages exchanges in a poll; 0 or less for any number
 * @param horizon how far behind the watermark each poll looks again
 * @param skip whether a failed user is passed over
 * @param wholePages whether an exchange takes a page
 */
public record ChangeSettings(
        long queryHash,
        boolean searched,
        int limit,
        int maxMessages,
        Duration horizon,
        StartFrom startFrom,
        boolean skip,
        boolean wholePages,
        Limits limits) {

    /**
     * Bounds of what is kept.
     *
     * @param retries failed users that are kept for a later try
     * @param seen users within the horizon
     * @param perSegment how many of them are stored with the cursor, and not in a text of their own
     * @param inFlight users handed out whose outcome is not known, from which on a poll waits
     */
    public record Limits(int retries, int seen, int perSegment, int inFlight) {

        /**
         * The usual ones: users of a failed page fit in, and as many seen users as Okta takes changes within the horizon.
         *
         * @param wholePages whether an exchange takes a page
         */
        public static Limits of(Duration horizon, boolean wholePages) {
            long seen = Math.min(100_000 + 200 * horizon.toSeconds(), 1_000_000);
            return new Limits(wholePages ? 400 : 100, (int) seen, 1_000, 1_000);
        }
    }

    /** Whole seconds, rounded up. */
    long horizonSeconds() {
        return horizon.plusNanos(999_999_999).toSeconds();
    }
}
