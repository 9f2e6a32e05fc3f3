/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import io.github.camelokta.users.poll.ids.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks for those who are missing, each by id, and delivers what that says, where it is not what was said before. */
final class DepartureTurn {
    private final DeletionSettings settings;
    private final UserIndex index;
    private final KnownUsersKeeper keeper;
    private final ChangeNotices notices;
    private final FailedDepartures failed = new FailedDepartures();

    /** What to tell of a user; {@code type} and {@code row} are null where there is nothing. */
    private record Answer(ChangeType type, UserRow row) {
        static final Answer NOTHING = new Answer(null, null);
    }

    DepartureTurn(DeletionSettings settings, UserIndex index, KnownUsersKeeper keeper, ChangeNotices notices) {
        this.settings = settings;
        this.index = index;
        this.keeper = keeper;
        this.notices = notices;
    }

    void take(PollRun run) {
        for (UserId id : keeper.known().missing()) {
            if (!run.mayGoOn()) {
                return;
            }
            if (isFree(run, id) && keeper.known().missing().contains(id)) {
                take(run, id);
            }
        }
    }

    /** Two exchanges about one user could end in the wrong order. One that ends meanwhile has settled the user before it is free. */
    private boolean isFree(PollRun run, UserId id) {
        return !failed.isWaiting(id, run.number()) && !run.ledger().isUnderWay(id.toString());
    }

    private void take(PollRun run, UserId id) {
        Answer answer = ask(id);
        if (answer.row == null) {
            keeper.change(known -> known.settled(id));
        } else if (answer.type.isDeparture()) {
            if (answer.type == ChangeType.outOfScope) {
                // Before it is handed out: after a crash nobody knows whether the route has heard it.
                keeper.change(known -> known.leaving(id));
                keeper.store();
            }
            run.ledger().beginDeparture(answer.row.id());
            run.handOut(
                    new Handout(List.of(answer.row), answer.type, 0, 1),
                    new Departure(run, answer.row, ok -> settle(id, answer.type, ok, run.number())));
        } else if (!run.ledger().isPendingFull()) {
            Flight flight = new Flight(run);
            flight.add(answer.row, answer.type, null, 0);
            run.ledger().beginAgain(answer.row);
            run.handOut(flight, 0, 1);
        }
    }

    private Answer ask(UserId id) {
        try {
            Optional<byte[]> user = index.find(id.toString());
            if (user.isEmpty()) {
                byte[] json = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.US_ASCII);
                return departed(id, ChangeType.deleted, json);
            }
            return settings.searched() ? scope(id, user.get()) : Answer.NOTHING;
        } catch (RuntimeException e) {
            notices.undecided(id.toString(), e);
            return Answer.NOTHING;
        }
    }

    /** The index may have lagged: the search is asked again, and what it says now is told, unless it surely was already. */
    private Answer scope(UserId id, byte[] user) {
        List<UserRow> rows = index.query(RowQuery.user(id.toString())).rows();
        PageCheck.only(id.toString(), rows);
        boolean saidOutside = keeper.known().outside().contains(id);
        boolean unsure = keeper.known().leaving().contains(id);
        if (!unsure && saidOutside == rows.isEmpty()) {
            return Answer.NOTHING;
        }
        return rows.isEmpty() ? departed(id, ChangeType.outOfScope, user) : new Answer(ChangeType.changed, rows.get(0));
    }

    private static Answer departed(UserId id, ChangeType type, byte[] json) {
        return new Answer(type, new UserRow(id.toString(), 0, UserRow.UNKNOWN, 0, json));
    }

    private void settle(UserId id, ChangeType type, boolean ok, long poll) {
        if (!ok && !settings.skip()) {
            failed.add(id, poll);
            return;
        }
        if (!ok) {
            notices.skipped(id.toString());
        }
        failed.remove(id);
        keeper.change(known -> type == ChangeType.deleted ? known.deleted(id) : known.left(id));
    }
}
