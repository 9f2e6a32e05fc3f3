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
import io.github.camelokta.users.sync.plan.DesiredUser;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import io.github.camelokta.users.sync.plan.Plan;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.plan.PlanFiles.PlanEntry;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import io.github.camelokta.users.sync.plan.UserPlanner;
import io.github.camelokta.users.sync.spill.SpillFile.SpillReader;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import io.github.camelokta.users.sync.spill.SpillFile.SpillWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * What became of a user.
     *
     * @param writes how many were carried out
     */
    private record Done(UserResult result, int writes) {}

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

    private void execute(Path entries, SpillWriter results, ChangeCounts counts) {
        try (SpillReader planned = new SpillReader(entries)) {
            work.run(planned, this::execute, done -> {
                counts.add(done.result().change());
                counts.wrote(done.writes());
                results.write(PlanFiles.spilled(done.result()));
            });
        }
    }

    private Done execute(SpillRecord planned) {
        PlanEntry entry = PlanEntry.read(planned);
        UserReconciliation run = new UserReconciliation(calls, writer);
        UserResult result = execute(entry, run);
        return new Done(result, run.made().size());
    }

    private UserResult execute(PlanEntry entry, UserReconciliation run) {
        try {
            DesiredUser wanted = entry.wanted() == null ? null : reader.read(entry.wanted());
            Found found = entry.id() == null ? calls.byLogin(wanted.login()) : calls.byId(entry.id());
            Outcome outcome = run.run(found, user -> plan(entry, wanted, user));
            Change change = outcome.refusal() == null ? Plan.changeBy(run.made()) : Change.REFUSED;
            return new UserResult(entry.login(), outcome.id(), change, outcome.refusal(), shown(run));
        } catch (OktaUsersException e) {
            if (!concernsOnlyTheUser(e)) {
                throw e;
            }
            List<String> said = new ArrayList<>(shown(run));
            said.add(e.getOperation() + ": " + e.getStatusCode() + " " + e.getErrorCode());
            return new UserResult(entry.login(), entry.id(), Change.REFUSED, Refusal.BY_OKTA, said);
        }
    }

    private static List<String> shown(UserReconciliation run) {
        return run.made().stream().map(PlannedCall::toString).toList();
    }

    private Plan plan(PlanEntry entry, DesiredUser wanted, CurrentUser user) {
        if (entry.id() == null && user != null) {
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
}
