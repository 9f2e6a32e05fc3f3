/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.List;

/** From one status to another: lifecycle calls, none where it is reached; or the reason why there is no way (else null). */
record Transition(List<OktaUsersOperation> calls, Refusal refusal) {
    static final Transition REACHED = new Transition(List.of(), null);

    static Transition by(OktaUsersOperation... calls) {
        return new Transition(List.of(calls), null);
    }

    static Transition none(Refusal refusal) {
        return new Transition(List.of(), refusal);
    }

    boolean isReached() {
        return refusal == null && calls.isEmpty();
    }
}
