/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.List;

/** From one status to another: lifecycle calls, none where it is reached; or the reason why there is no way (else null). */
record Way(List<OktaUsersOperation> calls, Refusal refusal) {
    static final Way REACHED = new Way(List.of(), null);

    static Way by(OktaUsersOperation... calls) {
        return new Way(List.of(calls), null);
    }

    static Way none(Refusal refusal) {
        return new Way(List.of(), refusal);
    }

    boolean isReached() {
        return refusal == null && calls.isEmpty();
    }
}
