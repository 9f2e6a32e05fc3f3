/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import static io.github.camelokta.users.operation.OktaUsersOperation.activate;
import static io.github.camelokta.users.operation.OktaUsersOperation.deactivate;
import static io.github.camelokta.users.operation.OktaUsersOperation.suspend;
import static io.github.camelokta.users.operation.OktaUsersOperation.unlock;
import static io.github.camelokta.users.operation.OktaUsersOperation.unsuspend;

import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.DesiredUser.WantedStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From one status to another: lifecycle calls, none where it is reached; or the reason why no calls lead there (else null).
 * The table holds one for each status that a user may have and each that may be wanted: 32 pairs. PROVISIONED, RECOVERY and
 * PASSWORD_EXPIRED are as far as ACTIVE can be brought: there only the person can go on. No transition passes a status that
 * gives more than is wanted, and none deletes. Which users Okta suspends, besides ACTIVE ones, is not documented: it is asked.
 */
record Transition(List<OktaUsersOperation> calls, Refusal refusal) {
    static final Transition REACHED = new Transition(List.of(), null);
    private static final Transition CLOSE = by(deactivate);
    private static final Transition NEW_ONLY = none(Refusal.STAGED_ONLY_AT_CREATION);
    private static final Transition NONE = none(Refusal.DEPROVISIONED_IS_NOT_SUSPENDED);

    private static final Map<UserStatus, List<Transition>> TABLE = new EnumMap<>(UserStatus.class);

    static {
        // spotless:off
        //  is                         wanted: STAGED    ACTIVE         SUSPENDED    DEPROVISIONED
        row(UserStatus.STAGED,                 REACHED,  by(activate),  by(suspend), CLOSE);
        row(UserStatus.PROVISIONED,            NEW_ONLY, REACHED,       by(suspend), CLOSE);
        row(UserStatus.ACTIVE,                 NEW_ONLY, REACHED,       by(suspend), CLOSE);
        row(UserStatus.RECOVERY,               NEW_ONLY, REACHED,       by(suspend), CLOSE);
        row(UserStatus.PASSWORD_EXPIRED,       NEW_ONLY, REACHED,       by(suspend), CLOSE);
        row(UserStatus.LOCKED_OUT,             NEW_ONLY, by(unlock),    by(suspend), CLOSE);
        row(UserStatus.SUSPENDED,              NEW_ONLY, by(unsuspend), REACHED,     CLOSE);
        row(UserStatus.DEPROVISIONED,          NEW_ONLY, by(activate),  NONE,        REACHED);
        // spotless:on
    }

    static Transition between(UserStatus from, WantedStatus wanted) {
        return TABLE.get(from).get(wanted.ordinal());
    }

    boolean isReached() {
        return refusal == null && calls.isEmpty();
    }

    private static void row(UserStatus from, Transition... transitions) {
        TABLE.put(from, List.of(transitions));
    }

    private static Transition by(OktaUsersOperation... calls) {
        return new Transition(List.of(calls), null);
    }

    private static Transition none(Refusal refusal) {
        return new Transition(List.of(), refusal);
    }
}
