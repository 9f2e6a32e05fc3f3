/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What happened to a user. The names are those of the header's values. */
public enum ChangeType {
    /** As far as the cursor tells, created since the poll before and not delivered yet. */
    created,
    changed,
    /** Erased, as Okta says when asked for the user by id. */
    deleted,
    /** There, and no longer what the search looks for. */
    outOfScope;

    /** Whether the user is no longer among those who are searched for. */
    public boolean isDeparture() {
        return this == deleted || this == outOfScope;
    }
}
