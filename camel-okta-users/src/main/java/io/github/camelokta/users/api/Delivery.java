/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** What an exchange of the consumer carries. */
public enum Delivery {
    /** One element of the list, such as a user. */
    user,
    /** A whole page: a List of its elements, or one JSON array. */
    page
}
