/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.UserRun.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The third phase: reads each user of the plan once more, plans again by what is there now, and writes. */
final class PlanExecutor {
    private final UserCalls calls;
    private final UserWriter writer;
    private final UserDecider decider;
    private final MadePlan plan;
    private final DesiredUserReader reader = new DesiredUserReader("reconcile");
    private final boolean sendEmail;

    PlanExecutor(UserCalls calls, UserWriter writer, ReconcileRules rules, MadePlan plan, boolean sendEmail) {
        this.calls = calls;
        this.writer = writer;
        this.decider = new UserDecider(rules);
        this.plan = plan;
        this.sendEmail = sendEmail;
    }

    /** Takes access away from nobody before everybody else is served. */
    void execute(SpillWriter results, Tally tally) {
        execute(plan.changes(), results, tally);
        execute(plan.removals(), results, tally);
    }

    private void execute(Path entries, SpillWriter results, Tally tally) {
        try (SpillReader planned = new SpillReader(entries)) {
            while (planned.hasNext()) {
                Spilled spilled = planned.next();
                UserResult result = execute(PlanEntry.of(spilled.key(), PlanMaker.json(spilled)), tally);
                tally.add(result.change());
                results.write(ResultFile.spilled(result));
            }
        }
    }

    private UserResult execute(PlanEntry entry, Tally tally) {
        UserRun run = new UserRun(calls, writer);
        try {
            DesiredUser wanted = entry.wanted() == null ? null : reader.read(entry.wanted());
            Found found = entry.id() == null ? calls.byLogin(wanted.login()) : calls.byId(entry.id());
            Outcome outcome = run.run(found, user -> plan(entry, wanted, user));
            Change change = outcome.refusal() == null ? Change.of(run.made()) : Change.REFUSED;
            return new UserResult(entry.login(), outcome.id(), change, outcome.refusal(), shown(run));
        } catch (OktaUsersException e) {
            if (!concernsTheUserAlone(e)) {
                throw e;
            }
            List<String> calls = new ArrayList<>(shown(run));
            calls.add(e.getOperation() + ": " + e.getStatusCode() + " " + e.getErrorCode());
            return new UserResult(entry.login(), entry.id(), Change.REFUSED, Refusal.BY_OKTA, calls);
        } finally {
            tally.wrote(run.made().size());
        }
    }

    private static List<String> shown(UserRun run) {
        return run.made().stream().map(PlannedCall::toString).toList();
    }

    private Plan plan(PlanEntry entry, DesiredUser wanted, CurrentUser user) {
        if (entry.id() == null && user != null) {
            return Plan.refused(
                    this.plan.protectedIds().contains(user.id()) ? Refusal.PROTECTED : Refusal.OUT_OF_SCOPE);
        }
        boolean same = entry.id() == null || user != null && entry.login().equals(Attribute.loginKey(user.login()));
        if (!same) {
            return Plan.refused(Refusal.CHANGED_MEANWHILE);
        }
        Plan now = decider.decide(wanted, user, sendEmail);
        // The brake has not counted it.
        return now.change().takesAway() && !entry.change().takesAway() ? Plan.refused(Refusal.CHANGED_MEANWHILE) : now;
    }

    /** A wrong token, a spent limit or an Okta that is down would meet the next user too. */
    private static boolean concernsTheUserAlone(OktaUsersException e) {
        int status = e.getStatusCode();
        return status >= 400 && status < 500 && status != 401 && status != 429;
    }
}
