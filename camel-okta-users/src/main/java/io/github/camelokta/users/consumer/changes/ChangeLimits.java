/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/**
 * Bounds of what is kept.
 *
 * @param pending failed users that are kept for a later try
 * @param fingerprints users within the horizon
 * @param unconfirmed users handed out and not confirmed yet, from which on a poll reads no more
 */
public record ChangeLimits(int pending, int fingerprints, int unconfirmed) {
    public static final ChangeLimits USUAL = new ChangeLimits(100, 50_000, 1_000);
}
