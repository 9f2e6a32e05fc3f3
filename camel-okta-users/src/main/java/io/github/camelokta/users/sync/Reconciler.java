/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a directory through the three phases: plan, brake, execute. */
final class Reconciler {
    private final UserCalls calls;
    private final ReconcileRules rules;
    private final MassChangeBrake brake;
    private final int memory;

    Reconciler(UserCalls calls, ReconcileRules rules, MassChangeBrake brake, int memory) {
        this.calls = calls;
        this.rules = rules;
        this.brake = brake;
        this.memory = memory;
    }

    /** The users that a directory wants; it fails where it cannot be read to its end. */
    interface Source {
        void forEach(Consumer<JsonNode> taker);
    }

    /**
     * @return a report that must be closed
     * @throws MassChangeException if the plan goes beyond the limits, or an earlier one did; nothing was written
     */
    ReconcileReport reconcile(Source source, boolean sendEmail) {
        brake.enter();
        try {
            SpillDirectory directory = new SpillDirectory(rules.workDirectory());
            try {
                return reconcile(source, sendEmail, directory);
            } catch (RuntimeException | Error e) {
                directory.close();
                throw e;
            }
        } finally {
            brake.leave();
        }
    }

    private ReconcileReport reconcile(Source source, boolean sendEmail, SpillDirectory directory) {
        PlanMaker maker = new PlanMaker(calls, rules, directory, sendEmail, memory);
        source.forEach(maker::want);
        String tooFew = rules.limits().missedBy(maker.sourceSize());
        if (tooFew != null) {
            throw pulled(new MassChangeException(tooFew, Map.of(), List.of(), null));
        }
        MadePlan plan = maker.make(memory);
        String tooMuch = rules.limits().exceededBy(plan.expected(), plan.openUsers());
        if (tooMuch != null) {
            Path kept = directory.keep(plan.listing());
            throw pulled(new MassChangeException(tooMuch, plan.expected().counts(), plan.first(), kept));
        }
        return execute(plan, sendEmail, directory);
    }

    private MassChangeException pulled(MassChangeException because) {
        brake.pull(because);
        return because;
    }

    private ReconcileReport execute(MadePlan plan, boolean sendEmail, SpillDirectory directory) {
        Tally tally = new Tally();
        tally.add(Change.UNCHANGED, plan.expected().of(Change.UNCHANGED));
        tally.add(Change.REFUSED, plan.expected().of(Change.REFUSED));
        Path results = directory.file("results");
        try (SpillWriter writer = new SpillWriter(results)) {
            new PlanExecutor(calls, rules, plan, sendEmail).execute(writer, tally);
        }
        return new ReconcileReport(tally, List.of(plan.refused(), results), directory);
    }
}
