/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What became of a write. */
public enum WriteOutcome {
    /** Okta has carried it out. */
    DONE,
    /** Okta has refused it, and nothing was changed. */
    REFUSED,
    /** Okta failed, or no whole answer came: it may have been carried out. */
    UNKNOWN
}
