/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.time.Duration;

/**
 * The endpoint's options.
 *
 * @param queryHash {@link Fingerprinter#ofQuery}
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
        ChangeLimits limits) {

    /** Whole seconds, rounded up. */
    long horizonSeconds() {
        return horizon.plusNanos(999_999_999).toSeconds();
    }
}
