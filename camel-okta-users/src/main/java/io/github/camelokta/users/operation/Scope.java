/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** The OAuth 2.0 scope that an operation needs when the caller is a service app. */
public enum Scope {
    USERS_READ("okta.users.read"),
    USERS_MANAGE("okta.users.manage"),
    ROLES_READ("okta.roles.read"),
    ROLES_MANAGE("okta.roles.manage");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** The scope as Okta spells it, such as {@code okta.users.read}. */
    public String value() {
        return value;
    }
}
