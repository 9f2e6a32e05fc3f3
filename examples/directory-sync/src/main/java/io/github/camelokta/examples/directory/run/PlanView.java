/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.users.api.Change;
import io.github.camelokta.users.api.UserResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for people: how many of what, and the first users of each kind. */
final class PlanView {
    private static final int SHOWN = 3;
    private static final List<Change> ORDER = List.of(
            Change.CREATED, Change.UPDATED, Change.REACTIVATED, Change.SUSPENDED, Change.DEACTIVATED, Change.REFUSED);

    private final SyncOutcome plan;

    PlanView(SyncOutcome plan) {
        this.plan = plan;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "The plan, by a dry run: %,d users, %,d of them as they should be; %,d calls to make.",
                plan.users(),
                plan.count(Change.UNCHANGED),
                plan.writes()));
        for (Change change : ORDER) {
            long count = plan.count(change);
            if (count > 0) {
                lines.add(String.format(Locale.ROOT, "  %,5d %s", count, name(change)));
                plan.results().stream()
                        .filter(result -> result.change() == change)
                        .limit(SHOWN)
                        .map(result -> "          " + line(result))
                        .forEach(lines::add);
                if (count > SHOWN) {
                    lines.add("          ...");
                }
            }
        }
        return lines;
    }

    /** Who it is, and what is done or why nothing. */
    static String line(UserResult result) {
        String calls = String.join("; ", result.calls());
        if (result.refusal() == null) {
            return result.login() + "  " + calls;
        }
        return result.login() + "  " + result.refusal().sentence() + (calls.isEmpty() ? "" : " (" + calls + ")");
    }

    private static String name(Change change) {
        String name = change.name().toLowerCase(Locale.ROOT);
        return change == Change.REFUSED ? name : "to be " + name;
    }
}
