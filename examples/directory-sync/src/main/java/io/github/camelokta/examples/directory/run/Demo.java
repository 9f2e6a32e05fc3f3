/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.camelokta.simulator.OktaSimulator;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** An embedded directory brought to a simulated org, twice; then half of the directory is lost. Looks whether all went well. */
final class Demo {
    private static final int PEOPLE = 2_000;
    private static final int SHOWN = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final int size;
    private final IntFunction<OktaSimulator> orgs;

    Demo(PrintStream out, boolean terminal) {
        this(out, terminal, PEOPLE, SampleOrg::start);
    }

    /**
     * @param size how many people the directory has
     * @param orgs starts an org in which so many of them are already
     */
    Demo(PrintStream out, boolean terminal, int size, IntFunction<OktaSimulator> orgs) {
        this.out = out;
        this.terminal = terminal;
        this.size = size;
        this.orgs = orgs;
    }

    /** Returns the exit code. */
    int run() throws Exception {
        try (SampleDirectory directory = SampleDirectory.start(SamplePeople.range(0, size));
                OktaSimulator okta = orgs.apply(size * 4 / 5)) {
            Target target = Target.simulated(okta.orgUrl(), okta.token(), directory.server(), properties());
            out.println(target.line());
            try (RunningSync sync = RunningSync.start(target)) {
                CheckedRuns runs = new CheckedRuns(sync, directory, okta, out, terminal, Clock.systemUTC());
                tell(runs, directory, okta);
                return conclude(runs);
            }
        }
    }

    /** What the routes are run with on samples. */
    static Map<String, String> properties() {
        return Map.of(
                "ldap.base", SampleDirectory.PEOPLE,
                "sync.scope", SampleOrg.SCOPE,
                "sync.protect", SampleOrg.PROTECT);
    }

    private void tell(CheckedRuns runs, SampleDirectory directory, OktaSimulator okta) throws Exception {
        out.printf(
                Locale.ROOT,
                "%,d people in the directory, %,d users in the org, whose rate limits are lifted.%n%n",
                directory.people().size(),
                okta.users().size());
        SyncOutcome plan = runs.plan("plan");
        out.println();
        runs.apply("first run", plan);

        out.println();
        out.println("In the directory somebody is new, one moves to Oslo, one leaves, and one who had left is back.");
        change(directory);
        out.println();
        SyncOutcome next = runs.plan("second plan");
        out.println();
        runs.apply("second run", next);

        out.println();
        out.println("Half of the directory is lost.");
        for (Person person : directory.people()) {
            if (Integer.parseInt(person.attributes().get("employeeNumber")) % 2 == 0) {
                directory.remove(person);
            }
        }
        runs.refused("third run");
    }

    private void change(SampleDirectory directory) throws LDAPException {
        directory.put(SamplePeople.person(size));
        directory.put(SamplePeople.person(17).with("l", "Oslo"));
        directory.remove(SamplePeople.person(42));
        directory.put(SamplePeople.person(SampleOrg.LEAVERS));
    }

    private int conclude(CheckedRuns runs) {
        out.println();
        runs.table().lines().forEach(out::println);
        out.println();
        List<String> findings = runs.findings();
        findings.stream().limit(SHOWN).forEach(finding -> out.println("NOT AS TOLD: " + finding));
        if (findings.isEmpty()) {
            out.println("Checked against the org's state and its log of requests: all is as told.");
        }
        return findings.isEmpty() ? 0 : 1;
    }
}
