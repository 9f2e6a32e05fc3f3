/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static io.github.camelokta.users.operation.OktaUsersOperation.activate;
import static io.github.camelokta.users.operation.OktaUsersOperation.deactivate;
import static io.github.camelokta.users.operation.OktaUsersOperation.suspend;
import static io.github.camelokta.users.operation.OktaUsersOperation.unlock;
import static io.github.camelokta.users.operation.OktaUsersOperation.unsuspend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ways from each status that a user may have to each that may be wanted: 32 pairs. PROVISIONED, RECOVERY and
 * PASSWORD_EXPIRED are as far as ACTIVE can be brought: there only the person can go on. No way leads over a status that gives
 * more than is wanted, and none deletes.
 */
final class StatusTable {
    private static final Way REACHED = Way.REACHED;
    private static final Way CLOSE = Way.by(deactivate);
    private static final Way NEW_ONLY = Way.none(Refusal.STAGED_ONLY_AT_CREATION);
    private static final Way NO_WAY = Way.none(Refusal.ONLY_ACTIVE_IS_SUSPENDED);

    private static final Map<UserStatus, List<Way>> WAYS = new EnumMap<>(UserStatus.class);

    static {
        // spotless:off
        //  is                            wanted: STAGED   ACTIVE             SUSPENDED                DEPROVISIONED
        row(UserStatus.STAGED,                    REACHED,  Way.by(activate),  NO_WAY,                   CLOSE);
        row(UserStatus.PROVISIONED,               NEW_ONLY, REACHED,           NO_WAY,                   CLOSE);
        row(UserStatus.ACTIVE,                    NEW_ONLY, REACHED,           Way.by(suspend),          CLOSE);
        row(UserStatus.RECOVERY,                  NEW_ONLY, REACHED,           NO_WAY,                   CLOSE);
        row(UserStatus.PASSWORD_EXPIRED,          NEW_ONLY, REACHED,           NO_WAY,                   CLOSE);
        row(UserStatus.LOCKED_OUT,                NEW_ONLY, Way.by(unlock),    Way.by(unlock, suspend),  CLOSE);
        row(UserStatus.SUSPENDED,                 NEW_ONLY, Way.by(unsuspend), REACHED,                  CLOSE);
        row(UserStatus.DEPROVISIONED,             NEW_ONLY, Way.by(activate),  NO_WAY,                   REACHED);
        // spotless:on
    }

    private StatusTable() {}

    private static void row(UserStatus from, Way... ways) {
        WAYS.put(from, List.of(ways));
    }

    static Way way(UserStatus from, WantedStatus wanted) {
        return WAYS.get(from).get(wanted.ordinal());
    }
}
