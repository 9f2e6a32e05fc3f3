/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.ResultKind;
import io.github.camelokta.users.sync.UserCalls.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Brings one user where it is wanted: reads, plans, writes; and, once, again from the start where somebody else wrote first. */
final class UserRun {
    private static final int CHANGED_SINCE = 412;

    private final UserCalls calls;

    UserRun(UserCalls calls) {
        this.calls = calls;
    }

    /**
     * What was done.
     *
     * @param made the writes that were sent, in their order
     * @param refusal why nothing was done; null where it was not refused
     * @param id the user's; null where there is none
     * @param response the last answer that holds the user as it stands; null after a write that answers without it
     */
    record Outcome(List<PlannedCall> made, Refusal refusal, String id, OktaResponse response) {}

    /**
     * @param first the user as just read
     * @param planner plans by the user, who is null where there is none
     */
    Outcome run(Found first, Function<CurrentUser, Plan> planner) {
        List<PlannedCall> made = new ArrayList<>();
        try {
            return write(first, planner, made);
        } catch (OktaUsersException e) {
            if (e.getStatusCode() != CHANGED_SINCE || first.user() == null) {
                throw e;
            }
            return write(calls.byId(first.user().id()), planner, made);
        }
    }

    private Outcome write(Found found, Function<CurrentUser, Plan> planner, List<PlannedCall> made) {
        CurrentUser user = found.user();
        Plan plan = planner.apply(user);
        if (plan.isRefused()) {
            return new Outcome(made, plan.refusal(), user == null ? null : user.id(), found.response());
        }
        OktaResponse latest = found.response();
        for (PlannedCall call : plan.calls()) {
            OktaResponse answer = calls.send(call, user);
            made.add(call);
            if (call.operation() == OktaUsersOperation.create) {
                user = calls.written(call, answer);
            }
            latest = answersUser(call) ? answer : null;
        }
        return new Outcome(made, null, user == null ? null : user.id(), latest);
    }

    /** The answer to an activation holds a token, and is dropped here. */
    private static boolean answersUser(PlannedCall call) {
        return call.operation().result() == ResultKind.OBJECT
                && call.operation().resultType().filter("User"::equals).isPresent();
    }
}
