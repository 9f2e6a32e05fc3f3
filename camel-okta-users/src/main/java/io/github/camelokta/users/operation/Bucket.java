/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import java.util.Locale;

/**
 * The rate-limit counter that an operation draws from. Okta counts nearly all operations together and only the calls on
 * one user by id apart.
 */
public enum Bucket {
    /** Everything that has no counter of its own: list, create, lifecycle, roles, grants, sessions and so on. */
    SHARED("/api/v1/users"),
    /** Reading one user. */
    READ_BY_ID("/api/v1/users/{id:.+}"),
    /** Writing or deleting one user. */
    WRITE_BY_ID("/api/v1/users/{id}");

    private final String pattern;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Bucket(String pattern) {
        this.pattern = pattern;
    }

    /** A short name, as in metrics. */
    public String label() {
        return label;
    }

    /** The path pattern by which Okta's rate-limit dashboard names this counter. */
    public String pattern() {
        return pattern;
    }
}
