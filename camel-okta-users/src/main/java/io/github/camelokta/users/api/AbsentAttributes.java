/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What it means when the wanted profile lacks an attribute. */
public enum AbsentAttributes {
    /** It stays as it is in Okta. */
    keep,
    /** It is cleared in Okta; login, email, first and last name never are. */
    clear
}
