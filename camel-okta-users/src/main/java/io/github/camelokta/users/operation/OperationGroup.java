/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** The chapter of the manual's operations reference in which an operation stands. */
public enum OperationGroup {
    USERS,
    LIFECYCLE,
    CREDENTIALS,
    SESSIONS,
    ROLES,
    TARGETS,
    GRANTS,
    CLIENTS,
    LINKED_OBJECTS,
    RELATED
}
