/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/**
 * A user as a search showed it.
 *
 * @param lastUpdated epoch second; Okta's timestamps have no finer resolution
 * @param created epoch second; {@link #UNKNOWN} where the answer does not say
 * @param fingerprint hash of what is delivered, {@code lastUpdated} included, links left out
 * @param json the user's JSON object; not to be changed
 */
public record ListedUser(String id, long lastUpdated, long created, long fingerprint, byte[] json) {
    public static final long UNKNOWN = Long.MIN_VALUE;
}
