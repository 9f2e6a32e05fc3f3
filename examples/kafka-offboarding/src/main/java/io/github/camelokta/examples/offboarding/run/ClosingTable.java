/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.offboarding.account.Step;
import io.github.camelokta.examples.offboarding.event.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who was closed and what was sent, and who was not; accounts by id. */
final class ClosingTable {
    private static final String CLOSED = "%-20s %-17s %-16s %-8s %-9s %-7s %-7s %-8s %-11s %-14s %s";
    private static final String NOT_CLOSED = "%-20s %-17s %s";

    private final Map<String, Sample> published;
    private final List<Outcome> outcomes;

    ClosingTable(Map<String, Sample> published, List<Outcome> outcomes) {
        this.published = published;
        this.outcomes = outcomes;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(CLOSED.formatted(
                "closed",
                "sample",
                "was",
                "suspend",
                "sessions",
                "grants",
                "tokens",
                "factors",
                "deactivate",
                "is now",
                "left"));
        outcomes.stream().filter(Outcome::isClosed).map(this::closed).forEach(lines::add);
        lines.add("");
        lines.add(NOT_CLOSED.formatted("not closed", "sample", "cause"));
        outcomes.stream()
                .filter(outcome -> !outcome.isClosed())
                .map(this::notClosed)
                .forEach(lines::add);
        return lines.stream().map(String::stripTrailing).toList();
    }

    private String closed(Outcome outcome) {
        Closed closed = outcome.closed();
        Sample sample = published.get(outcome.event());
        List<String> left = Audit.left(sample.account());
        return CLOSED.formatted(
                closed.id(),
                sample.shows(),
                closed.before(),
                sent(closed, Step.SUSPEND),
                sent(closed, Step.CLEAR_SESSIONS),
                sent(closed, Step.REVOKE_GRANTS),
                sent(closed, Step.REVOKE_REFRESH_TOKENS),
                sent(closed, Step.RESET_FACTORS),
                sent(closed, Step.DEACTIVATE),
                sample.account().status(),
                left.isEmpty() ? "nothing" : String.join(", ", left));
    }

    private String notClosed(Outcome outcome) {
        Sample sample = published.get(outcome.event());
        String account = sample.account() == null ? "-" : sample.account().id();
        return NOT_CLOSED.formatted(account, sample.shows(), outcome.cause());
    }

    private static String sent(Closed closed, Step step) {
        long times = closed.sent().stream()
                .filter(call -> call.split(":")[0].equals(step.operation()))
                .count();
        return times == 0 ? "-" : times == 1 ? "sent" : times + " sent";
    }
}
