/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

/** Makes exchanges of users. */
public interface Deliverer {

    /** Whether another one may be handed out: false once the consumer is to stop or to pause. */
    boolean mayDeliver();

    /** Hands out; the outcome goes to the confirmation. An exception counts as a failure and ends the poll. */
    void deliver(Handout handout, Confirmation confirmation);
}
