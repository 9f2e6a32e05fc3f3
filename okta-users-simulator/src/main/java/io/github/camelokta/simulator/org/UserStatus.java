/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

/** The eight statuses of an Okta user. */
public enum UserStatus {
    /** Created, never activated. */
    STAGED,
    /** Activated, but the user has yet to choose a password. */
    PROVISIONED,
    /** Can sign in. */
    ACTIVE,
    /** A password reset is under way. */
    RECOVERY,
    /** Must change the password at the next sign-in. */
    PASSWORD_EXPIRED,
    /** Too many failed sign-ins. */
    LOCKED_OUT,
    /** Paused by an administrator. */
    SUSPENDED,
    /** Deactivated; the only status in which a user can be erased. */
    DEPROVISIONED
}
