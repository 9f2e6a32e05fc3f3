/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import io.github.camelokta.users.api.UserResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run has done, or would do.
 *
 * @param counts users of each kind
 * @param exceededLimit why a plan would not be carried out; null if it would, and after a run
 * @param results those who are not left as they are, and those who were refused
 */
record SyncOutcome(Map<Change, Long> counts, List<UserResult> results, String exceededLimit) {

    /** Reads a plan to its end: it is gone when the message is. */
    static SyncOutcome of(ReconcilePlan plan) {
        SyncOutcome outcome = of(plan.getReport());
        return new SyncOutcome(outcome.counts, outcome.results, plan.getExceededLimit());
    }

    /** Reads a report to its end: it is gone when the message is. */
    static SyncOutcome of(ReconcileReport report) {
        List<UserResult> results = new ArrayList<>();
        report.results().forEachRemaining(results::add);
        return new SyncOutcome(Map.copyOf(report.getCounts()), List.copyOf(results), null);
    }

    long count(Change change) {
        return counts.getOrDefault(change, 0L);
    }

    /** All users, those who are as wanted among them. */
    long users() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The calls that change something. */
    long writes() {
        return results.stream()
                .filter(result -> result.change() != Change.REFUSED)
                .mapToLong(result -> result.calls().size())
                .sum();
    }
}
