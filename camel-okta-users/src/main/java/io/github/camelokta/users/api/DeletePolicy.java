/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What {@code deactivateOrDelete} may do, since Okta has one DELETE for two things. */
public enum DeletePolicy {
    /** Looks first; a DEPROVISIONED user is left alone. */
    deactivate,
    /** Looks first; erases a DEPROVISIONED user and refuses any other. */
    delete,
    /** Sends one bare DELETE. */
    raw
}
