/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What becomes of a changed user whose exchange failed. */
public enum OnError {
    /** The user is delivered first at the next poll. */
    retry,
    /** The failure is logged, and the user passed over. */
    skip
}
