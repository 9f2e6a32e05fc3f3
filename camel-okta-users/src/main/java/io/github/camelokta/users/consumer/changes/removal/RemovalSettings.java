/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import java.time.Duration;

/**
 * The endpoint's options about users who depart.
 *
 * @param searchHash the hash of the search only: users known by another search are not known by this one
 * @param searched whether the endpoint has a search of its own, so that users may leave it
 * @param limit page size
 * @param period from the end of a listing to the next one
 * @param most how many may vanish at once; 0 for 1 % of those known, and not less than 10 or more than 100
 * @param skip whether a user whose exchange failed is passed over
 */
public record RemovalSettings(long searchHash, boolean searched, int limit, Duration period, int most, boolean skip) {
    private static final int LEAST_BY_DEFAULT = 10;
    private static final int MOST_BY_DEFAULT = 100;

    int most(int known) {
        return most > 0 ? most : Math.max(LEAST_BY_DEFAULT, Math.min(MOST_BY_DEFAULT, known / 100));
    }
}
