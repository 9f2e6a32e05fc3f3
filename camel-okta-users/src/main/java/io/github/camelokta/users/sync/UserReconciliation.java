/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.Plan;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings one user where it is wanted: reads, plans, writes. Once it does so again from the start, where somebody else wrote
 * the profile first, or a write of it failed without having been carried out. Used for one user.
 */
final class UserReconciliation {
    private static final int CHANGED_SINCE = 412;

    private final UserCalls calls;
    private final UserWriter writer;
    private final List<PlannedCall> made = new ArrayList<>();
    private PlannedCall inDoubt;

    UserReconciliation(UserCalls calls, UserWriter writer) {
        this.calls = calls;
        this.writer = writer;
    }

    /**
     * What came of it.
     *
     * @param refusal why nothing was done, or nothing more; null where it was not refused
     * @param id the user's; null where there is none
     * @param response the last answer that holds the user as it stands; null after a write that answers without it
     */
    record Outcome(Refusal refusal, String id, OktaResponse response) {}

    /** The writes that were carried out, in their order; also after a failure. */
    List<PlannedCall> made() {
        return made;
    }

    /** The write that failed last, if Okta may have carried it out. */
    Optional<PlannedCall> inDoubt() {
        return Optional.ofNullable(inDoubt);
    }

    /**
     * @param first the user as just read
     * @param planner plans by the user, who is null where there is none
     */
    Outcome run(Found first, Function<CurrentUser, Plan> planner) {
        try {
            return write(first, planner);
        } catch (OktaUsersException e) {
            if (first.user() == null || !mayDiffer(e)) {
                throw e;
            }
            return write(calls.byId(first.user().id()), planner);
        }
    }

    /** Only writes of the profile hold for one version of it, so that a second one does no harm. */
    private static boolean mayDiffer(OktaUsersException e) {
        return e.getStatusCode() == CHANGED_SINCE
                || e.isInDoubt() && OktaUsersOperation.partialUpdate.name().equals(e.getOperation());
    }

    private Outcome write(Found found, Function<CurrentUser, Plan> planner) {
        CurrentUser user = found.user();
        Plan plan = planner.apply(user);
        if (plan.isRefused()) {
            return new Outcome(plan.refusal(), user == null ? null : user.id(), found.response());
        }
        OktaResponse latest = found.response();
        for (PlannedCall call : plan.calls()) {
            Found written = write(call, user);
            made.add(call);
            user = written.user() == null ? user : written.user();
            latest = written.response();
        }
        return new Outcome(null, user == null ? null : user.id(), latest);
    }

    private Found write(PlannedCall call, CurrentUser user) {
        inDoubt = null;
        try {
            return writer.write(call, user);
        } catch (OktaUsersException e) {
            inDoubt = e.isInDoubt() ? call : null;
            throw e;
        }
    }
}
