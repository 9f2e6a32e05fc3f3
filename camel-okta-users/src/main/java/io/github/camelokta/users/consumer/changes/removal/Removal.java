/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.consumer.changes.Confirmation;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.PollCycle;

/** What an exchange says of a user who departed, until its outcome is known. */
final class Removal implements Confirmation {
    private final PollCycle run;
    private final ListedUser row;
    private final Outcome outcome;
    private boolean confirmed;

    /** Takes the outcome. */
    @FunctionalInterface
    interface Outcome {
        void is(boolean ok);
    }

    Removal(PollCycle run, ListedUser row, Outcome outcome) {
        this.run = run;
        this.row = row;
        this.outcome = outcome;
    }

    @Override
    public void delivered() {
        confirm(true);
    }

    @Override
    public void failed() {
        confirm(false);
    }

    private void confirm(boolean ok) {
        synchronized (this) {
            if (confirmed) {
                return;
            }
            confirmed = true;
        }
        outcome.is(ok);
        run.ledger().endDeparture(row.id());
        run.landed();
    }
}
