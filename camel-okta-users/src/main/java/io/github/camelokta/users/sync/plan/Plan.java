/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.ResultKind;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The writes that bring a user where it is wanted, in their order; or why there are none (else null). */
public record Plan(List<PlannedCall> calls, Refusal refusal) {
    public static final Plan NOTHING = new Plan(List.of(), null);

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
        return changeBy(calls);
    }

    /** What a user becomes by these calls. */
    public static Change changeBy(List<PlannedCall> calls) {
        Set<OktaUsersOperation> operations = EnumSet.noneOf(OktaUsersOperation.class);
        calls.forEach(call -> operations.add(call.operation()));
        if (operations.isEmpty()) {
            return Change.UNCHANGED;
        }
        if (operations.contains(OktaUsersOperation.create)) {
            return Change.CREATED;
        }
        if (operations.contains(OktaUsersOperation.deactivate)) {
            return Change.DEACTIVATED;
        }
        if (operations.contains(OktaUsersOperation.suspend)) {
            return Change.SUSPENDED;
        }
        return operations.equals(EnumSet.of(OktaUsersOperation.partialUpdate)) ? Change.UPDATED : Change.REACTIVATED;
    }

    /**
     * One write, and why.
     *
     * @param query without the question mark; may be empty
     * @param body null where there is none
     * @param reason without values of the user's
     */
    public record PlannedCall(OktaUsersOperation operation, String query, ObjectNode body, String reason) {

        /** Whether Okta answers with the user; the answer to an activation holds a token, and is dropped. */
        public boolean answersUser() {
            return operation.result() == ResultKind.OBJECT
                    && operation.resultType().filter("User"::equals).isPresent();
        }

        /** Whether it activates a closed account. */
        public boolean opensClosed() {
            return operation == OktaUsersOperation.activate && reason.startsWith(UserStatus.DEPROVISIONED.name());
        }

        @Override
        public String toString() {
            return operation + ": " + reason;
        }
    }
}
