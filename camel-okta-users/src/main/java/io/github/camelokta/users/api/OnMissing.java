/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What becomes of users in the scope that the directory does not name. */
public enum OnMissing {
    /** They stay as they are. */
    ignore,
    /** They are suspended, where Okta suspends users of their status. */
    suspend,
    /** They are deactivated. */
    deactivate
}
