/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.List;

/** Tries failed users again, in turn. They are searched for, so that their fingerprints are those that the walk sees. */
final class RetryTurn {
    /** With the waits between them more polls than a horizon takes. */
    private static final int MOST_IN_VAIN = 8;

    private final UserIndex index;
    private final ChangeSettings settings;
    private final ChangeNotices notices;

    RetryTurn(UserIndex index, ChangeSettings settings, ChangeNotices notices) {
        this.index = index;
        this.settings = settings;
        this.notices = notices;
    }

    void take(PollCycle run) {
        for (String id : run.ledger().duePending()) {
            if (run.delivered() >= run.leftForPending() || !run.mayGoOn()) {
                return;
            }
            take(run, id);
        }
    }

    private void take(PollCycle run, String id) {
        DeliveryTracker ledger = run.ledger();
        List<ListedUser> rows = index.query(RowQuery.user(id)).rows();
        PageCheck.only(id, rows);
        if (rows.isEmpty()) {
            lookFor(ledger, id);
        } else if (ledger.isKnown(rows.get(0))) {
            // The index went back behind the state that failed.
            postpone(ledger, id, true);
        } else {
            Flight flight = new Flight(run);
            flight.add(rows.get(0), run.typeOf(rows.get(0)), null, 0);
            ledger.beginAgain(rows.get(0));
            run.handOut(flight, 0, 1);
        }
    }

    private void lookFor(DeliveryTracker ledger, String id) {
        if (index.find(id).isPresent()) {
            postpone(ledger, id, settings.searched());
        } else {
            ledger.forget(id);
        }
    }

    private void postpone(DeliveryTracker ledger, String id, boolean notForEver) {
        int vain = ledger.postpone(id);
        if (notForEver && vain >= MOST_IN_VAIN) {
            ledger.forget(id);
            notices.forgotten(id, vain);
        }
    }
}
