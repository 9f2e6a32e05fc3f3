/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

/** The statuses that a directory may want for a user. */
public enum WantedStatus {
    /** Created and not yet activated. Users are created so; nobody comes back to it. */
    STAGED,
    /** Able to sign in, as far as that is not up to the person. */
    ACTIVE,
    /** Paused. */
    SUSPENDED,
    /** Closed. */
    DEPROVISIONED
}
