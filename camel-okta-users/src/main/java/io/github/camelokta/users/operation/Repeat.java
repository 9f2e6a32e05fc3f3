/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** What sending the same call a second time does. Decides what may be sent again after a doubtful answer. */
public enum Repeat {
    /** A read: nothing changes. */
    SAFE,
    /** The second call reaches the state that the first one reached. */
    CONVERGES,
    /** Okta refuses the second call, because of the state that the first one reached. */
    STATE_GUARDED,
    /** Each call has a new effect: a mail, a one-time token, a temporary password, a new user. */
    NEVER,
    /** The second call erases for ever what the first one only deactivated, with the same 204. */
    DESTRUCTIVE
}
