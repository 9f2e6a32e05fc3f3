/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.ChangeNotices;
import io.github.camelokta.users.consumer.changes.Flight;
import io.github.camelokta.users.consumer.changes.Handout;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.PageCheck;
import io.github.camelokta.users.consumer.changes.PollCycle;
import io.github.camelokta.users.consumer.changes.RowQuery;
import io.github.camelokta.users.consumer.changes.UserIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks for those who are missing, each by id, and delivers what that says, where it is not what was said before. */
final class RemovalTurn {
    private final RemovalSettings settings;
    private final UserIndex index;
    private final KnownUsersKeeper keeper;
    private final ChangeNotices notices;
    private final FailedRemovals failed = new FailedRemovals();

    /** What to tell of a user; {@code type} and {@code row} are null where there is nothing. */
    private record Answer(ChangeType type, ListedUser row) {
        static final Answer NOTHING = new Answer(null, null);
    }

    RemovalTurn(RemovalSettings settings, UserIndex index, KnownUsersKeeper keeper, ChangeNotices notices) {
        this.settings = settings;
        this.index = index;
        this.keeper = keeper;
        this.notices = notices;
    }

    void take(PollCycle run) {
        for (PackedUserId id : keeper.known().missing()) {
            if (!run.mayGoOn()) {
                return;
            }
            if (isFree(run, id) && keeper.known().missing().contains(id)) {
                take(run, id);
            }
        }
    }

    /** Two exchanges about one user could end in the wrong order. One that ends meanwhile has settled the user before it is free. */
    private boolean isFree(PollCycle run, PackedUserId id) {
        return !failed.isWaiting(id, run.number()) && !run.ledger().isUnderWay(id.toString());
    }

    private void take(PollCycle run, PackedUserId id) {
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
                    new Removal(run, answer.row, ok -> settle(id, answer.type, ok, run.number())));
        } else if (!run.ledger().isPendingFull()) {
            Flight flight = new Flight(run);
            flight.add(answer.row, answer.type, null, 0);
            run.ledger().beginAgain(answer.row);
            run.handOut(flight, 0, 1);
        }
    }

    private Answer ask(PackedUserId id) {
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
    private Answer scope(PackedUserId id, byte[] user) {
        List<ListedUser> rows = index.query(RowQuery.user(id.toString())).rows();
        PageCheck.only(id.toString(), rows);
        boolean saidOutside = keeper.known().outside().contains(id);
        boolean unsure = keeper.known().leaving().contains(id);
        if (!unsure && saidOutside == rows.isEmpty()) {
            return Answer.NOTHING;
        }
        return rows.isEmpty() ? departed(id, ChangeType.outOfScope, user) : new Answer(ChangeType.changed, rows.get(0));
    }

    private static Answer departed(PackedUserId id, ChangeType type, byte[] json) {
        return new Answer(type, new ListedUser(id.toString(), 0, ListedUser.UNKNOWN, 0, json));
    }

    private void settle(PackedUserId id, ChangeType type, boolean ok, long poll) {
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
