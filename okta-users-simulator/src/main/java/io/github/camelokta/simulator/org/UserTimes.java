/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

/**
 * A user's timestamps in whole seconds since the epoch, 0 for "never".
 *
 * <p>Okta's own timestamps have one-second resolution: all of 4380 recorded ones end in {@code .000Z}.
 */
public record UserTimes(
        long created, long activated, long statusChanged, long lastLogin, long lastUpdated, long passwordChanged) {

    /** The times of a user made at {@code now}. */
    public static UserTimes createdAt(long now) {
        return new UserTimes(now, 0, 0, 0, now, 0);
    }

    /** After a change of the profile or of the recovery question. */
    public UserTimes updated(long now) {
        return new UserTimes(created, activated, statusChanged, lastLogin, now, passwordChanged);
    }

    /** After a change of the status. */
    public UserTimes statusChanged(long now, boolean activatedNow) {
        return new UserTimes(created, activatedNow ? now : activated, now, lastLogin, now, passwordChanged);
    }

    /** After a change of the password. */
    public UserTimes passwordChanged(long now) {
        return new UserTimes(created, activated, statusChanged, lastLogin, now, now);
    }

    /** After a sign-in, which moves {@code lastLogin} only. */
    public UserTimes signedIn(long now) {
        return new UserTimes(created, activated, statusChanged, now, lastUpdated, passwordChanged);
    }
}
