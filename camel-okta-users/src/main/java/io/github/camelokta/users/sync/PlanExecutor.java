/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.UserRun.Outcome;
import java.nio.file.Path;
import java.util.List;

/** The third phase: reads each user of the plan once more, plans again by what is there now, and writes. */
final class PlanExecutor {
    private final UserCalls calls;
    private final UserDecider decider;
    private final MadePlan plan;
    private final DesiredUserReader reader = new DesiredUserReader("reconcile");
    private final boolean sendEmail;

    PlanExecutor(UserCalls calls, ReconcileRules rules, MadePlan plan, boolean sendEmail) {
        this.calls = calls;
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
                UserResult result = execute(PlanEntry.of(spilled.key(), PlanMaker.json(spilled)));
                tally.add(result.change());
                results.write(ResultFile.spilled(result));
            }
        }
    }

    private UserResult execute(PlanEntry entry) {
        try {
            DesiredUser wanted = entry.wanted() == null ? null : reader.read(entry.wanted());
            Found found = entry.id() == null ? calls.byLogin(wanted.login()) : calls.byId(entry.id());
            Outcome outcome = new UserRun(calls).run(found, user -> plan(entry, wanted, user));
            List<String> made =
                    outcome.made().stream().map(PlannedCall::toString).toList();
            Change change = outcome.refusal() == null ? Change.of(outcome.made()) : Change.REFUSED;
            return new UserResult(entry.login(), outcome.id(), change, outcome.refusal(), made);
        } catch (OktaUsersException e) {
            if (!concernsTheUserAlone(e)) {
                throw e;
            }
            String said = e.getOperation() + ": " + e.getStatusCode() + " " + e.getErrorCode();
            return new UserResult(entry.login(), entry.id(), Change.REFUSED, Refusal.BY_OKTA, List.of(said));
        }
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
