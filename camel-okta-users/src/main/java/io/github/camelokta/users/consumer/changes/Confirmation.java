/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** Takes the outcome of an exchange: on any thread, also within {@code deliver} or long after the poll. Counts once. */
public interface Confirmation {

    /** The users were delivered. */
    void delivered();

    /** The exchange failed: its users are delivered again. */
    void failed();
}
