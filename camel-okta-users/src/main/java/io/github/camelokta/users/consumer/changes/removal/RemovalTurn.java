/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes.removal;

import io.github.camelokta.users.api.ChangeType;
import io.github.camelokta.users.consumer.changes.ChangeNotices;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.PollCycle;
import io.github.camelokta.users.consumer.changes.RetryQueue;
import io.github.camelokta.users.consumer.changes.UserIndex;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for those who are missing, each by id, and delivers what that says, where it is not what was said before. */
final class RemovalTurn {
    private final RemovalSettings settings;
    private final UserIndex index;
    private final KnownUsersKeeper keeper;
    private final ChangeNotices notices;
    /** Removals whose exchange failed. Not stored: a restart only tries sooner. Guarded by its own lock. */
    private final RetryQueue failed = new RetryQueue(Integer.MAX_VALUE);

    /** What to say of a user; {@code type} and {@code user} are null where there is nothing. */
    private record Answer(ChangeType type, ListedUser user) {
        static final Answer NOTHING = new Answer(null, null);
    }

    RemovalTurn(RemovalSettings settings, UserIndex index, KnownUsersKeeper keeper, ChangeNotices notices) {
        this.settings = settings;
        this.index = index;
        this.keeper = keeper;
        this.notices = notices;
    }

    void take(PollCycle cycle) {
        for (PackedUserId id : keeper.known().missing()) {
            if (!cycle.mayBegin()) {
                return;
            }
            if (isFree(cycle, id) && keeper.known().missing().contains(id)) {
                take(cycle, id);
            }
        }
    }

    /** Two exchanges about one user could end in the wrong order. One that ends meanwhile has settled the user before it is free. */
    private boolean isFree(PollCycle cycle, PackedUserId id) {
        synchronized (failed) {
            if (failed.isWaiting(id.toString(), cycle.number())) {
                return false;
            }
        }
        return !cycle.tracker().isInFlight(id.toString());
    }

    private void take(PollCycle cycle, PackedUserId id) {
        Answer answer = ask(id);
        if (answer.user == null) {
            keeper.change(known -> known.settled(id));
        } else if (answer.type.isDeparture()) {
            if (answer.type == ChangeType.outOfScope) {
                // Before it is handed out: after a crash nobody knows whether the route has heard it.
                keeper.change(known -> known.leaving(id));
                keeper.store();
            }
            cycle.handOutRemoval(answer.user, answer.type);
        } else if (!cycle.tracker().isRetryQueueFull()) {
            cycle.handOutReturn(answer.user);
        }
    }

    private Answer ask(PackedUserId id) {
        try {
            Optional<byte[]> user = index.find(id.toString());
            if (user.isEmpty()) {
                byte[] json = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.US_ASCII);
                return removed(id, ChangeType.deleted, json);
            }
            return settings.searched() ? scope(id, user.get()) : Answer.NOTHING;
        } catch (RuntimeException e) {
            notices.undecided(id.toString(), e);
            return Answer.NOTHING;
        }
    }

    /** The index may have lagged: the search is asked again, and what it says now is delivered, unless it surely was already. */
    private Answer scope(PackedUserId id, byte[] json) {
        Optional<ListedUser> user = index.search(id.toString());
        boolean saidOutside = keeper.known().outside().contains(id);
        boolean unsure = keeper.known().leaving().contains(id);
        if (!unsure && saidOutside == user.isEmpty()) {
            return Answer.NOTHING;
        }
        return user.map(back -> new Answer(ChangeType.changed, back))
                .orElseGet(() -> removed(id, ChangeType.outOfScope, json));
    }

    private static Answer removed(PackedUserId id, ChangeType type, byte[] json) {
        return new Answer(type, new ListedUser(id.toString(), 0, ListedUser.UNKNOWN, 0, json));
    }

    /** Takes the outcome of a removal's delivery. */
    void completed(ListedUser user, ChangeType type, boolean ok, long poll) {
        synchronized (failed) {
            if (!ok && !settings.skip()) {
                failed.failed(user, poll);
                return;
            }
            failed.remove(user.id());
        }
        if (!ok) {
            notices.skipped(user.id());
        }
        PackedUserId id = PackedUserId.of(user.id());
        keeper.change(known -> type == ChangeType.deleted ? known.deleted(id) : known.left(id));
    }
}
