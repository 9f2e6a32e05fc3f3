/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** What can stand in a URI: a call of Okta's, or something made of several. */
public sealed interface Operation permits OktaUsersOperation, CompositeOperation {

    /** As in the URI. */
    String name();

    /** One line of what it does. */
    String description();
}
