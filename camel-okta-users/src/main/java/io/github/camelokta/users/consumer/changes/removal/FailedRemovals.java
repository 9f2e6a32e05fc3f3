/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.RetryQueue;

/** Departures whose exchange failed, each with the poll before which it is not tried again. Not stored: a restart only tries sooner. */
final class FailedRemovals {
    private final RetryQueue users = new RetryQueue(Integer.MAX_VALUE);

    synchronized boolean isWaiting(PackedUserId id, long poll) {
        return users.isWaiting(id.toString(), poll);
    }

    synchronized void add(PackedUserId id, long poll) {
        users.failed(new ListedUser(id.toString(), 0, ListedUser.UNKNOWN, 0, null), poll);
    }

    synchronized void remove(PackedUserId id) {
        users.remove(id.toString());
    }
}
