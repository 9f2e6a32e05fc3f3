/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

/** Who goes first where the rate limit makes calls wait. */
public enum Priority {
    /** Calls that a message waits for. */
    CALL,
    /** Reads of a polling consumer, which can come later without harm. */
    POLLING
}
