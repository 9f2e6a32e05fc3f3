/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.api.MassChangeException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs on a simulated org, each of which is held against the org at once. */
final class CheckedRuns {
    private final RunningSync sync;
    private final SampleDirectory directory;
    private final OktaSimulator okta;
    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private final Audit audit;
    private final SummaryTable table = new SummaryTable();
    private final List<String> findings = new ArrayList<>();

    CheckedRuns(
            RunningSync sync,
            SampleDirectory directory,
            OktaSimulator okta,
            PrintStream out,
            boolean terminal,
            Clock clock) {
        this.sync = sync;
        this.directory = directory;
        this.okta = okta;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.audit = new Audit(okta);
    }

    /** Makes a plan and prints it; nothing must be written. */
    SyncOutcome plan(String run) throws Exception {
        okta.requests().clear();
        Instant start = clock.instant();
        SyncOutcome plan = sync.plan();
        table.add(run, plan, Duration.between(start, clock.instant()));
        new PlanView(plan).lines().forEach(out::println);
        expectNoWrites(run);
        return plan;
    }

    /** Carries a plan out; what was told, planned and done must be the same, and the org as the directory. */
    void apply(String run, SyncOutcome plan) throws Exception {
        okta.requests().clear();
        Instant start = clock.instant();
        SyncOutcome outcome;
        out.println("The plan is carried out:");
        try (ProgressBar progress = new ProgressBar(out, terminal, plan.writes())) {
            outcome = sync.apply(progress::step);
        }
        table.add(run, outcome, Duration.between(start, clock.instant()));
        expect(Audit.told(outcome).equals(audit.writes()), run + ": the org's log has other calls than the report");
        expect(
                Audit.told(outcome).equals(Audit.told(plan)) && outcome.counts().equals(plan.counts()),
                run + ": the report has other calls than the plan");
        audit.state(directory.people()).forEach(finding -> findings.add(run + ": " + finding));
    }

    /** A run that must be refused by the guard. */
    void refused(String run) throws Exception {
        okta.requests().clear();
        try {
            SyncOutcome outcome = sync.apply(() -> {});
            findings.add(run + ": the guard let " + outcome.writes() + " calls pass");
        } catch (MassChangeException e) {
            out.println("Refused: " + e.getReason() + ". Nothing was written.");
            table.add(run, "refused by the guard");
            if (e.getPlanFile() != null) {
                Files.deleteIfExists(e.getPlanFile());
            }
        }
        expectNoWrites(run);
    }

    private void expectNoWrites(String run) {
        expect(audit.writes().isEmpty(), run + ": something was written");
    }

    private void expect(boolean fine, String finding) {
        if (!fine) {
            findings.add(finding);
        }
    }

    SummaryTable table() {
        return table;
    }

    /** What was not as told, a sentence each; empty if all was. */
    List<String> findings() {
        return List.copyOf(findings);
    }
}
