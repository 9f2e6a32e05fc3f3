/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.users.api.Change;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One run on the directory and the org that the environment names: prints the plan, and carries it out only if told to. */
final class RealRun {
    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;

    RealRun(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    void run(Target target, boolean apply) throws Exception {
        out.println(target.line());
        try (RunningSync sync = RunningSync.start(target)) {
            SyncOutcome plan = sync.plan();
            new PlanView(plan).lines().forEach(out::println);
            if (plan.exceededLimit() != null) {
                throw new FailedSyncException(
                        "The plan is not carried out: " + plan.exceededLimit() + ": raise the limit if that is meant",
                        null);
            }
            if (apply) {
                apply(sync, plan);
            } else {
                out.println("Nothing was written. With --apply the plan is carried out.");
            }
        }
    }

    private void apply(RunningSync sync, SyncOutcome plan) throws Exception {
        Instant start = clock.instant();
        SyncOutcome outcome;
        out.println("The plan is carried out:");
        try (ProgressBar progress = new ProgressBar(out, terminal, plan.writes())) {
            outcome = sync.apply(progress::step);
        }
        out.println();
        SummaryTable table = new SummaryTable();
        table.add("run", outcome, Duration.between(start, clock.instant()));
        table.lines().forEach(out::println);
        outcome.results().stream()
                .filter(result -> result.change() == Change.REFUSED)
                .map(result -> "refused: " + PlanView.line(result))
                .forEach(out::println);
    }
}
