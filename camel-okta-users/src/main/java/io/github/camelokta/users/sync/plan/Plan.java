/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.Refusal;
import java.util.List;

/** The writes that bring a user where it is wanted, in their order; or why there are none (else null). */
public record Plan(List<PlannedCall> calls, Refusal refusal) {
    static final Plan NOTHING = new Plan(List.of(), null);

    static Plan of(List<PlannedCall> calls) {
        return new Plan(List.copyOf(calls), null);
    }

    public static Plan refused(Refusal refusal) {
        return new Plan(List.of(), refusal);
    }

    public boolean isRefused() {
        return refusal != null;
    }

    public Change change() {
        return PlannedCall.changeBy(calls);
    }
}
