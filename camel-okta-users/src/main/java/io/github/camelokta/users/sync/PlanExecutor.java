/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.UserReconciliation.Outcome;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.ChangeCounts;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.DesiredUser;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import io.github.camelokta.users.sync.plan.DesiredUser.WantedStatus;
import io.github.camelokta.users.sync.plan.Plan;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.plan.PlanFiles.PlanEntry;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import io.github.camelokta.users.sync.plan.UserPlanner;
import io.github.camelokta.users.sync.spill.SpillFile;
import io.github.camelokta.users.sync.spill.SpillFile.SpillReader;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import io.github.camelokta.users.sync.spill.SpillFile.SpillWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The third phase: reads each user of the plan once more, plans again by what is there now, and writes. */
final class PlanExecutor {
    private final UserCalls calls;
    private final UserWriter writer;
    private final UserPlanner planner;
    private final RemovalCheck removals;
    private final PlanFiles plan;
    private final DesiredUserReader reader = new DesiredUserReader("reconcile");
    private final boolean sendEmail;
    private final OrderedExecutor work;

    private final Permissions permissions = new Permissions();
    private long done;

    /**
     * What became of a user.
     *
     * @param lookedUp whether nothing was expected to happen
     * @param writes what was carried out
     * @param refused what Okta refused of this user; null for nothing
     * @param failure what the next user would meet too; null for nothing
     */
    private record Done(
            UserResult result,
            boolean lookedUp,
            List<PlannedCall> writes,
            OktaUsersException refused,
            RuntimeException failure) {}

    PlanExecutor(
            UserCalls calls,
            UserWriter writer,
            ReconcileRules rules,
            PlanFiles plan,
            boolean sendEmail,
            Instant now,
            OrderedExecutor work) {
        this.work = work;
        this.calls = calls;
        this.writer = writer;
        this.planner = new UserPlanner(rules.attributes(), rules.access(), now);
        this.removals = new RemovalCheck(
                calls, rules.scope(), rules.protect(), rules.access().protectAdmins());
        this.plan = plan;
        this.sendEmail = sendEmail;
    }

    /** Takes access away from nobody before everybody else is served. */
    void execute(SpillWriter results, ChangeCounts counts) {
        execute(plan.changes(), results, counts);
        execute(plan.removals(), results, counts);
    }

    /** How many users were worked on, the one at which a run broke off included. */
    long done() {
        return done;
    }

    private void execute(SpillFile entries, SpillWriter results, ChangeCounts counts) {
        try (SpillReader planned = entries.reader()) {
            work.run(planned, this::execute, user -> {
                done += user.lookedUp() ? 0 : 1;
                counts.add(user.result().change());
                counts.wrote(user.writes().size());
                if (user.writes().stream().anyMatch(PlannedCall::opensClosed)) {
                    counts.openedAgain();
                }
                if (!user.lookedUp() || user.result().change() != Change.UNCHANGED) {
                    results.write(PlanFiles.spilled(user.result()));
                }
                if (user.failure() != null) {
                    throw user.failure();
                }
                permissions.check(user);
            });
        }
    }

    private Done execute(SpillRecord planned) {
        PlanEntry entry = PlanEntry.read(planned);
        UserReconciliation run = new UserReconciliation(calls, writer);
        boolean lookedUp = entry.change() == Change.UNCHANGED;
        try {
            return new Done(execute(entry, run), lookedUp, run.made(), null, null);
        } catch (OktaUsersException e) {
            String said = e.getOperation() + ": " + e.getStatusCode() + " " + e.getErrorCode();
            return concernsOnlyTheUser(e)
                    ? new Done(refused(entry, run, Refusal.BY_OKTA, said), lookedUp, run.made(), e, null)
                    : new Done(refused(entry, run, Refusal.RUN_BROKE_OFF, said), lookedUp, run.made(), null, e);
        } catch (RuntimeException e) {
            String said = e.getClass().getSimpleName();
            return new Done(refused(entry, run, Refusal.RUN_BROKE_OFF, said), lookedUp, run.made(), null, e);
        }
    }

    private UserResult execute(PlanEntry entry, UserReconciliation run) {
        DesiredUser wanted = entry.wanted() == null ? null : reader.read(entry.wanted());
        Found found = entry.id() == null ? calls.byLogin(wanted.login()) : calls.byId(entry.id());
        Outcome outcome = run.run(found, user -> plan(entry, wanted, user));
        Change change = outcome.refusal() == null ? Plan.changeBy(run.made()) : Change.REFUSED;
        return new UserResult(entry.login(), outcome.id(), change, outcome.refusal(), shown(run));
    }

    private static UserResult refused(PlanEntry entry, UserReconciliation run, Refusal refusal, String said) {
        List<String> calls = new ArrayList<>(shown(run));
        calls.add(said);
        return new UserResult(entry.login(), entry.id(), Change.REFUSED, refusal, calls);
    }

    private static List<String> shown(UserReconciliation run) {
        return run.made().stream().map(PlannedCall::toString).toList();
    }

    private Plan plan(PlanEntry entry, DesiredUser wanted, CurrentUser user) {
        if (entry.id() == null && user != null) {
            if (wanted.status() == WantedStatus.DEPROVISIONED && user.status() == UserStatus.DEPROVISIONED) {
                return Plan.NOTHING;
            }
            return Plan.refused(
                    this.plan.protectedIds().contains(user.id()) ? Refusal.PROTECTED : Refusal.OUT_OF_SCOPE);
        }
        boolean same =
                entry.id() == null || user != null && entry.login().equals(AttributeRules.loginKey(user.login()));
        if (!same) {
            return Plan.refused(Refusal.CHANGED_MEANWHILE);
        }
        Plan now = planner.plan(wanted, user, sendEmail);
        // The limits were checked without it.
        return now.change().takesAway() && !entry.change().takesAway()
                ? Plan.refused(Refusal.CHANGED_MEANWHILE)
                : removals.checked(now, user);
    }

    /** A wrong token, a spent limit or an Okta that is down would meet the next user too. */
    private static boolean concernsOnlyTheUser(OktaUsersException e) {
        int status = e.getStatusCode();
        return status >= 400 && status < 500 && status != 401 && status != 429;
    }

    /**
     * Ends a run whose credentials lack a permission. Okta answers 403 for single users too, such as administrators of a higher
     * rank: it is the credentials where an operation was refused of several users and carried out for none.
     */
    private static final class Permissions {
        private static final int ENOUGH = 5;

        private final Set<String> carriedOut = new HashSet<>();
        private final Map<String, Integer> denied = new HashMap<>();

        void check(Done user) {
            user.writes().forEach(call -> carriedOut.add(call.operation().name()));
            OktaUsersException refused = user.refused();
            if (refused == null || !isDenied(refused) || carriedOut.contains(refused.getOperation())) {
                return;
            }
            if (denied.merge(refused.getOperation(), 1, Integer::sum) >= ENOUGH) {
                throw OktaUsersException.of(
                                "Okta refused " + refused.getOperation() + " with 403 for the first " + ENOUGH
                                        + " users, so the credentials seem to lack the permission: grant it, or protect these"
                                        + " users if only they may not be written to")
                        .operation(refused.getOperation())
                        .status(refused.getStatusCode())
                        .error(refused.getErrorCode(), refused.getErrorSummary(), refused.getErrorCauses(), null)
                        .requestId(refused.getRequestId())
                        .cause(refused)
                        .build();
            }
        }

        /** Other 403s are about the user's status or password. */
        private static boolean isDenied(OktaUsersException e) {
            return e.getStatusCode() == 403
                    && (e.getErrorCode() == null
                            || Set.of("E0000005", "E0000006").contains(e.getErrorCode()));
        }
    }
}
