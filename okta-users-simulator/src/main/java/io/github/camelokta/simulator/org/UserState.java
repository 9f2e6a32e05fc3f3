/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

/**
 * Everything that the org knows of a user at one moment; each change makes a new one.
 *
 * @param id the user's id
 * @param typeId the id of the user's type
 * @param realmId the id of the user's realm, or null
 * @param status the status
 * @param transitioningTo the status that an asynchronous change leads to, or null
 * @param times the timestamps
 * @param profile the profile; the ETag is made of it and of the type, and of nothing else
 * @param credentials what the user signs in with
 */
public record UserState(
        String id,
        String typeId,
        String realmId,
        UserStatus status,
        UserStatus transitioningTo,
        UserTimes times,
        Profile profile,
        Credentials credentials) {

    /** The id of the default user type. */
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
        UserTimes changed = times.statusChanged(now, activatedNow);
        return new UserState(id, typeId, realmId, next, null, changed, profile, credentials);
    }

    /** With another profile, written at {@code now}. */
    public UserState withProfile(Profile next, long now) {
        return new UserState(id, typeId, realmId, status, transitioningTo, times.updated(now), next, credentials);
    }

    /** Of another type. */
    public UserState withType(String nextTypeId) {
        return new UserState(id, nextTypeId, realmId, status, transitioningTo, times, profile, credentials);
    }

    /** In another realm. */
    public UserState withRealm(String nextRealmId) {
        return new UserState(id, typeId, nextRealmId, status, transitioningTo, times, profile, credentials);
    }

    /** With another password, set at {@code now}. For STAGED users that is a change of the status too, since September 2025. */
    public UserState withPassword(String password, long now) {
        UserTimes changed = times.passwordChanged(now);
        if (status == UserStatus.STAGED && times.statusChanged() == 0) {
            changed = changed.statusChanged(now, false);
        }
        Credentials next = credentials.withPassword(password);
        return new UserState(id, typeId, realmId, status, transitioningTo, changed, profile, next);
    }

    /** With other credentials, written at {@code now}. */
    public UserState withCredentials(Credentials next, long now) {
        return new UserState(id, typeId, realmId, status, transitioningTo, times.updated(now), profile, next);
    }

    /** With other timestamps. */
    public UserState withTimes(UserTimes next) {
        return new UserState(id, typeId, realmId, status, transitioningTo, next, profile, credentials);
    }

    /** As seen while an asynchronous change is under way. */
    public UserState transitioningTo(UserStatus next) {
        return new UserState(id, typeId, realmId, status, next, times, profile, credentials);
    }
}
