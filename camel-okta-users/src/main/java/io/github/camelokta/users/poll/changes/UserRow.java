/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

/**
 * A user as a search showed it.
 *
 * @param lastUpdated epoch second; Okta's timestamps have no finer resolution
 * @param fingerprint hash of what is delivered, {@code lastUpdated} included, links left out
 * @param json the user's JSON object; not to be changed
 */
public record UserRow(String id, long lastUpdated, long fingerprint, byte[] json) {}
