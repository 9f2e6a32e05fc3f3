/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

/**
 * Everything that the org knows of a user at one moment; each change makes a new one.
 *
 * @param id the user's id
 * @param status the status
 * @param transitioningTo the status that an asynchronous change leads to, or null
 * @param times the timestamps
 * @param profile the profile
 * @param profileVersion counts the changes of the profile, and of nothing else: it is what the ETag says
 * @param credentials what the user signs in with
 */
public record UserState(
        String id,
        UserStatus status,
        UserStatus transitioningTo,
        UserTimes times,
        Profile profile,
        int profileVersion,
        Credentials credentials) {

    /** The id of the one user type that a simulated org has. */
    public static final String TYPE_ID = "oty0000000001OktaSim";

    /** The login. */
    public String login() {
        return profile.text("login");
    }

    /** With another status, reached at {@code now} (epoch seconds). */
    public UserState withStatus(UserStatus next, long now) {
        if (next == status) {
            return this;
        }
        boolean activated = status == UserStatus.STAGED || status == UserStatus.DEPROVISIONED;
        boolean activatedNow = activated && next != UserStatus.DEPROVISIONED && next != UserStatus.STAGED;
        return new UserState(
                id, next, null, times.statusChanged(now, activatedNow), profile, profileVersion, credentials);
    }

    /** With another profile, written at {@code now}. */
    public UserState withProfile(Profile next, long now) {
        int version = next.equals(profile) ? profileVersion : profileVersion + 1;
        return new UserState(id, status, transitioningTo, times.updated(now), next, version, credentials);
    }

    /** With another password, set at {@code now}. */
    public UserState withPassword(String password, long now) {
        return new UserState(
                id,
                status,
                transitioningTo,
                times.passwordChanged(now),
                profile,
                profileVersion,
                credentials.withPassword(password));
    }

    /** With other credentials, written at {@code now}. */
    public UserState withCredentials(Credentials next, long now) {
        return new UserState(id, status, transitioningTo, times.updated(now), profile, profileVersion, next);
    }

    /** With other timestamps. */
    public UserState withTimes(UserTimes next) {
        return new UserState(id, status, transitioningTo, next, profile, profileVersion, credentials);
    }

    /** As seen while an asynchronous change is under way. */
    public UserState transitioningTo(UserStatus next) {
        return new UserState(id, status, next, times, profile, profileVersion, credentials);
    }
}
