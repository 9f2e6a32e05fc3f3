/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import static io.github.camelokta.users.operation.OktaUsersOperation.activate;
import static io.github.camelokta.users.operation.OktaUsersOperation.deactivate;
import static io.github.camelokta.users.operation.OktaUsersOperation.suspend;
import static io.github.camelokta.users.operation.OktaUsersOperation.unlock;
import static io.github.camelokta.users.operation.OktaUsersOperation.unsuspend;

import io.github.camelokta.users.api.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ways from each status that a user may have to each that may be wanted: 32 pairs. PROVISIONED, RECOVERY and
 * PASSWORD_EXPIRED are as far as ACTIVE can be brought: there only the person can go on. No way leads over a status that gives
 * more than is wanted, and none deletes.
 */
final class TransitionTable {
    private static final Transition REACHED = Transition.REACHED;
    private static final Transition CLOSE = Transition.by(deactivate);
    private static final Transition NEW_ONLY = Transition.none(Refusal.STAGED_ONLY_AT_CREATION);
    private static final Transition NO_WAY = Transition.none(Refusal.ONLY_ACTIVE_IS_SUSPENDED);

    private static final Map<UserStatus, List<Transition>> WAYS = new EnumMap<>(UserStatus.class);

    static {
        // spotless:off
        //  is                            wanted: STAGED   ACTIVE             SUSPENDED                DEPROVISIONED
        row(UserStatus.STAGED,                    REACHED,  Transition.by(activate),  NO_WAY,                   CLOSE);
        row(UserStatus.PROVISIONED,               NEW_ONLY, REACHED,           NO_WAY,                   CLOSE);
        row(UserStatus.ACTIVE,                    NEW_ONLY, REACHED,           Transition.by(suspend),          CLOSE);
        row(UserStatus.RECOVERY,                  NEW_ONLY, REACHED,           NO_WAY,                   CLOSE);
        row(UserStatus.PASSWORD_EXPIRED,          NEW_ONLY, REACHED,           NO_WAY,                   CLOSE);
        row(UserStatus.LOCKED_OUT,                NEW_ONLY, Transition.by(unlock),    Transition.by(unlock, suspend),  CLOSE);
        row(UserStatus.SUSPENDED,                 NEW_ONLY, Transition.by(unsuspend), REACHED,                  CLOSE);
        row(UserStatus.DEPROVISIONED,             NEW_ONLY, Transition.by(activate),  NO_WAY,                   REACHED);
        // spotless:on
    }

    private TransitionTable() {}

    private static void row(UserStatus from, Transition... ways) {
        WAYS.put(from, List.of(ways));
    }

    static Transition way(UserStatus from, WantedStatus wanted) {
        return WAYS.get(from).get(wanted.ordinal());
    }
}
