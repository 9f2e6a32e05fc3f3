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
     * @param inFlight users handed out whose outcome is not known, from which on a poll reads no more
     */
    public record Limits(int retries, int seen, int inFlight) {
        public static final Limits USUAL = new Limits(100, 50_000, 1_000);
    }

    /** Whole seconds, rounded up. */
    long horizonSeconds() {
        return horizon.plusNanos(999_999_999).toSeconds();
    }
}
