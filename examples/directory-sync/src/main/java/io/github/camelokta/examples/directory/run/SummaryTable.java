/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.users.api.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each run has done, a line each. */
final class SummaryTable {
    private static final String HEAD = "%-12s %8s %8s %12s %10s %12s %10s %8s %8s %8s";
    private static final String LINE = "%-12s %,8d %,8d %,12d %,10d %,12d %,10d %,8d %,8d %8.1f";

    private final List<String> lines = new ArrayList<>();

    SummaryTable() {
        lines.add(HEAD.formatted(
                "run",
                "created",
                "updated",
                "reactivated",
                "suspended",
                "deactivated",
                "unchanged",
                "refused",
                "writes",
                "seconds"));
    }

    /** A run that came to its end; of a plan, what it would do. */
    void add(String run, SyncOutcome outcome, Duration time) {
        lines.add(String.format(
                Locale.ROOT,
                LINE,
                run,
                outcome.count(Change.CREATED),
                outcome.count(Change.UPDATED),
                outcome.count(Change.REACTIVATED),
                outcome.count(Change.SUSPENDED),
                outcome.count(Change.DEACTIVATED),
                outcome.count(Change.UNCHANGED),
                outcome.count(Change.REFUSED),
                outcome.writes(),
                seconds(time)));
    }

    /** A run that did nothing. */
    void add(String run, String why) {
        lines.add("%-12s %s".formatted(run, why));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
