/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds the results against the samples, and against what the simulated org says of itself. */
final class Audit {
    private final Map<String, Sample> published;
    private final List<Outcome> outcomes;
    private final Writes writes;
    private final List<String> findings = new ArrayList<>();

    /**
     * @param published the samples by where their events stand
     */
    Audit(Map<String, Sample> published, List<Outcome> outcomes, OktaSimulator okta) {
        this.published = published;
        this.outcomes = outcomes;
        this.writes = new Writes(okta.requests());
    }

    /** What is not as it should be, one sentence each; empty if all is well. */
    List<String> findings() {
        findings.clear();
        published.forEach(this::checkResult);
        Map<String, SimulatedUser> accounts = new LinkedHashMap<>();
        published.values().stream()
                .filter(sample -> sample.account() != null)
                .forEach(sample -> accounts.put(sample.account().id(), sample.account()));
        accounts.values().forEach(this::checkWrites);
        return List.copyOf(findings);
    }

    /** What is left of an account in the org, beside the account itself. */
    static List<String> left(SimulatedUser account) {
        return Stream.of(
                        counted(account.sessions(), "sessions"),
                        counted(account.grants(), "grants"),
                        counted(account.refreshTokens(), "refresh tokens"),
                        counted(account.factors(), "factors"))
                .flatMap(List::stream)
                .toList();
    }

    private void checkResult(String event, Sample sample) {
        List<Outcome> told = outcomes.stream()
                .filter(outcome -> event.equals(outcome.event()))
                .toList();
        if (told.size() != 1) {
            findings.add(event + " (" + sample.shows() + ") has " + told.size() + " results");
            return;
        }
        Outcome outcome = told.get(0);
        if (outcome.isClosed() != sample.isToBeClosed()) {
            findings.add(event + " (" + sample.shows() + ") has the wrong result: " + outcome.line());
        } else if (outcome.isClosed()) {
            checkClosed(event, sample, outcome);
        } else {
            checkFailed(event, sample, outcome);
        }
    }

    private void checkClosed(String event, Sample sample, Outcome outcome) {
        SimulatedUser account = sample.account();
        if (!outcome.closed().before().equals(sample.seeded().name())) {
            findings.add(event + " tells of a state before that was not");
        }
        if (account.status() != UserStatus.DEPROVISIONED || !left(account).isEmpty()) {
            findings.add(event + ": " + account.id() + " is " + account.status() + " and has left " + left(account));
        }
    }

    private void checkFailed(String event, Sample sample, Outcome outcome) {
        if (!outcome.cause().contains(sample.cause())) {
            findings.add(event + " (" + sample.shows() + ") failed for another cause: " + outcome.cause());
        }
        if (!new String(outcome.value(), java.nio.charset.StandardCharsets.UTF_8).equals(sample.event())) {
            findings.add(event + " is not on the failed topic as it was published");
        }
        SimulatedUser account = sample.account();
        if (account != null
                && (account.status() != sample.seeded() || left(account).isEmpty())) {
            findings.add(event + ": the account " + account.id() + " was touched");
        }
    }

    private void checkWrites(SimulatedUser account) {
        List<String> told = outcomes.stream()
                .filter(Outcome::isClosed)
                .filter(outcome -> outcome.closed().id().equals(account.id()))
                .flatMap(outcome -> outcome.closed().sent().stream())
                .toList();
        List<String> done = writes.carriedOut(account.id());
        if (!told.equals(done)) {
            findings.add(account.id() + ": the results tell of " + told + ", the org of " + done);
        }
    }

    private static List<String> counted(List<?> things, String name) {
        return things.isEmpty() ? List.of() : List.of(things.size() + " " + name);
    }
}
