/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.DeliveryTracker.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What an exchange delivers, until its outcome is known. */
public final class Flight implements Confirmation {
    private final PollCycle run;
    private final List<Part> parts = new ArrayList<>();
    private ChangeType type = ChangeType.created;
    private boolean confirmed;

    /** @param place null where a failed user is tried again */
    private record Part(ListedUser row, ConfirmationWindow.Place place, long cap) {}

    public Flight(PollCycle run) {
        this.run = run;
    }

    public void add(ListedUser row, ChangeType rowType, ConfirmationWindow.Place place, long cap) {
        type = rowType == ChangeType.created ? type : rowType;
        parts.add(new Part(row, place, cap));
    }

    List<ListedUser> rows() {
        return parts.stream().map(Part::row).toList();
    }

    /** {@link ChangeType#created} if all are, else {@link ChangeType#changed}. */
    ChangeType type() {
        return type;
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
        for (Part part : parts) {
            Outcome outcome = run.ledger().settle(part.row, ok, run.prefix(), part.place, part.cap);
            run.settled(part.row, outcome);
        }
        run.landed();
    }
}
