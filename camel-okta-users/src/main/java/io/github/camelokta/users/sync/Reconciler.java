/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.MassChangeException;
import io.github.camelokta.users.api.ReconcileFailedException;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.UserResult;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.producer.PlannedRequest;
import io.github.camelokta.users.sync.UserWriter.DryRunWriter;
import io.github.camelokta.users.sync.plan.ChangeCounts;
import io.github.camelokta.users.sync.plan.PlanFiles;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import io.github.camelokta.users.sync.spill.SpillDirectory;
import io.github.camelokta.users.sync.spill.SpillFile;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import io.github.camelokta.users.sync.spill.SpillFile.SpillWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a directory through the three phases: plan, check against the limits, execute. */
final class Reconciler {
    private final UserCalls calls;
    private final ReconcileRules rules;
    private final MassChangeGuard guard;
    private final Clock clock;
    private final int memory;

    Reconciler(UserCalls calls, ReconcileRules rules, MassChangeGuard guard, Clock clock, int memory) {
        this.calls = calls;
        this.rules = rules;
        this.guard = guard;
        this.clock = clock;
        this.memory = memory;
    }

    /** The users that a directory wants; it fails where it cannot be read to its end. */
    interface Source {
        void forEach(Consumer<JsonNode> taker);
    }

    /**
     * @param writer carries out what is planned
     * @param work says how many users are worked on at once
     * @return a report that must be closed
     * @throws MassChangeException if the plan goes beyond the limits, or an earlier one did; nothing was written
     * @throws ReconcileFailedException if the run broke off; its report must be closed
     */
    RunReport reconcile(Source source, boolean sendEmail, UserWriter writer, OrderedExecutor work) {
        guard.enter();
        try {
            return inDirectory(directory -> {
                PlanMaker maker = read(source, sendEmail, directory);
                stopIf(rules.limits().missedBy(maker.sourceSize()), Map.of(), List.of(), null);
                PlanFiles plan = maker.make(memory);
                String exceeded = rules.limits().exceededBy(plan.expected(), plan.openUsers());
                if (exceeded != null) {
                    Path kept = directory.keep(plan.listing());
                    stopIf(exceeded, plan.expected().counts(), plan.first(), kept);
                }
                return execute(plan, sendEmail, writer, work, directory);
            });
        } finally {
            guard.leave();
        }
    }

    private void stopIf(String exceeded, Map<Change, Long> counts, List<UserResult> first, Path kept) {
        if (exceeded != null) {
            MassChangeException stop = new MassChangeException(exceeded, counts, first, kept);
            guard.trip(stop);
            throw stop;
        }
    }

    /**
     * Does all of a run but the writes: reads included, since they say what would be written. The plan says whether it goes
     * beyond the limits. It neither trips the guard against mass changes nor asks it.
     *
     * @return a plan whose report must be closed
     */
    ReconcilePlan dryRun(Source source, boolean sendEmail) {
        return inDirectory(directory -> {
            PlanMaker maker = read(source, sendEmail, directory);
            PlanFiles plan = maker.make(memory);
            String missed = rules.limits().missedBy(maker.sourceSize());
            String exceeded = missed == null ? rules.limits().exceededBy(plan.expected(), plan.openUsers()) : missed;
            SpillFile requests = directory.file("requests");
            try (SpillWriter file = requests.writer()) {
                UserWriter writer = new DryRunWriter(calls, request -> file.write(spilled(request)));
                return execute(plan, sendEmail, writer, OrderedExecutor.ONE_BY_ONE, directory)
                        .plan(requests, exceeded);
            }
        });
    }

    private <T> T inDirectory(Function<SpillDirectory, T> run) {
        SpillDirectory directory = new SpillDirectory(rules.workDirectory());
        try {
            return run.apply(directory);
        } catch (ReconcileFailedException e) {
            // Its report is read from the directory.
            throw e;
        } catch (RuntimeException | Error e) {
            directory.close();
            throw e;
        }
    }

    private PlanMaker read(Source source, boolean sendEmail, SpillDirectory directory) {
        PlanMaker maker = new PlanMaker(calls, rules, directory, sendEmail, clock.instant(), memory);
        source.forEach(maker::want);
        return maker;
    }

    private RunReport execute(
            PlanFiles plan, boolean sendEmail, UserWriter writer, OrderedExecutor work, SpillDirectory directory) {
        ChangeCounts counts = new ChangeCounts();
        counts.add(Change.UNCHANGED, plan.expected().of(Change.UNCHANGED));
        counts.add(Change.REFUSED, plan.expected().of(Change.REFUSED));
        SpillFile results = directory.file("results");
        RunReport report = new RunReport(counts, List.of(plan.refused(), results), directory);
        PlanExecutor executor = new PlanExecutor(calls, writer, rules, plan, sendEmail, clock.instant(), work);
        try (SpillWriter file = results.writer()) {
            executor.execute(file, counts);
        } catch (RuntimeException e) {
            throw new ReconcileFailedException(e, report, executor.done(), plan.users());
        }
        return report;
    }

    private static SpillRecord spilled(OktaRequest request) {
        return new SpillRecord("", PlanFiles.bytes(PlannedRequest.json(request)));
    }
}
