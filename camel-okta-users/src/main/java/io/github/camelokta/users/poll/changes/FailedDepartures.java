/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import io.github.camelokta.users.poll.ids.UserId;

/** Departures whose exchange failed, each with the poll before which it is not tried again. Not stored: a restart only tries sooner. */
final class FailedDepartures {
    private final PendingUsers users = new PendingUsers(Integer.MAX_VALUE);

    synchronized boolean isWaiting(UserId id, long poll) {
        return users.isWaiting(id.toString(), poll);
    }

    synchronized void add(UserId id, long poll) {
        users.failed(new UserRow(id.toString(), 0, UserRow.UNKNOWN, 0, null), poll);
    }

    synchronized void remove(UserId id) {
        users.remove(id.toString());
    }
}
