/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import io.github.camelokta.users.poll.changes.Ledger.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What an exchange delivers, until its outcome is known. */
final class Flight implements Confirmation {
    private final PollRun run;
    private final List<Part> parts = new ArrayList<>();
    private ChangeType type = ChangeType.created;
    private boolean confirmed;

    /** @param place null where a failed user is tried again */
    private record Part(UserRow row, SettledPrefix.Place place, long cap) {}

    Flight(PollRun run) {
        this.run = run;
    }

    void add(UserRow row, ChangeType rowType, SettledPrefix.Place place, long cap) {
        type = rowType == ChangeType.created ? type : rowType;
        parts.add(new Part(row, place, cap));
    }

    List<UserRow> rows() {
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
