/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.offboarding.OffboardingProperties;
import io.github.camelokta.simulator.OktaSimulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The application with an embedded Kafka, a simulated org and sample leavers; looks at the end whether all went well. */
final class Demo {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final PrintStream out;
    private final boolean keepRunning;
    private final Function<OktaSimulator, List<Sample>> seed;

    Demo(PrintStream out, boolean keepRunning) {
        this(out, keepRunning, Samples::seed);
    }

    /**
     * @param seed fills the org and says what to publish
     */
    Demo(PrintStream out, boolean keepRunning, Function<OktaSimulator, List<Sample>> seed) {
        this.out = out;
        this.keepRunning = keepRunning;
        this.seed = seed;
    }

    /** Returns the exit code. */
    int run() {
        try (SimulatedPlatform platform = SimulatedPlatform.start()) {
            out.println(platform.target().line());
            OktaSimulator okta = platform.okta();
            List<Sample> samples = seed.apply(okta);
            try (RunningApplication application = RunningApplication.start(properties(platform));
                    Topics topics = new Topics(platform.brokers(), application.bean(OffboardingProperties.class))) {
                out.println(application.watchLine());
                List<String> findings = offboard(samples, topics, okta);
                if (keepRunning) {
                    out.println();
                    out.println("Still up, until Ctrl-C: the org's page is " + okta.orgUrl() + "/, Kafka is "
                            + platform.brokers());
                    topics.follow(all -> application.isStopped(), FOR_EVER, outcome -> out.println(outcome.line()));
                }
                return findings.isEmpty() ? 0 : 1;
            }
        }
    }

    private static Map<String, Object> properties(SimulatedPlatform platform) {
        Map<String, Object> properties = new HashMap<>(platform.target().properties());
        // What it says of each event is printed from the results.
        properties.put("logging.level.io.github.camelokta", "error");
        properties.put("offboarding.protected-accounts", Samples.BREAK_GLASS);
        return properties;
    }

    private List<String> offboard(List<Sample> samples, Topics topics, OktaSimulator okta) {
        Map<String, Sample> published = new LinkedHashMap<>();
        samples.forEach(sample -> published.put(topics.publish(sample.event()), sample));
        out.println(samples.size() + " events are published on the topic of the leavers");
        List<Outcome> outcomes = topics.follow(
                all -> all.size() >= samples.size() && topics.committed() == topics.end(),
                LONGEST,
                outcome -> out.println(outcome.line()));
        out.println();
        new ClosingTable(published, outcomes).lines().forEach(out::println);
        out.println();
        List<String> findings = new Audit(published, outcomes, okta).findings();
        findings.forEach(finding -> out.println("NOT AS PROMISED: " + finding));
        if (findings.isEmpty()) {
            out.println("Checked against the org's state and its log of requests: all is as the results tell.");
        }
        return findings;
    }
}
