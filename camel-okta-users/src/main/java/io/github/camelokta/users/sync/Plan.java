/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import java.util.List;

/** The writes that bring a user where it is wanted, in their order; or why there are none (else null). */
record Plan(List<PlannedCall> calls, Refusal refusal) {
    static final Plan NOTHING = new Plan(List.of(), null);

    static Plan of(List<PlannedCall> calls) {
        return new Plan(List.copyOf(calls), null);
    }

    static Plan refused(Refusal refusal) {
        return new Plan(List.of(), refusal);
    }

    boolean isRefused() {
        return refusal != null;
    }

    Change change() {
        return Change.of(calls);
    }
}
