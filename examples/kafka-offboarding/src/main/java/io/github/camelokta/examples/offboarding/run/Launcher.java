/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import io.github.camelokta.examples.demo.Arguments;
import io.github.camelokta.examples.demo.CommandLine;
import java.io.PrintStream;
import java.util.Map;

/** Runs the program as its arguments ask. */
public final class Launcher {
    private static final String KEEP_RUNNING = "--keep-running";
    static final Arguments ARGUMENTS = new Arguments("""
                    Closes the Okta accounts of the leavers that the Kafka topic hr.leavers names.

                      (nothing)       an embedded Kafka, a simulated org and sample leavers; ends with a table
                      --samples       the same, said aloud
                      --keep-running  the same, but Kafka and the org stay up
                      --real          the Kafka of KAFKA_BROKERS and the org of OKTA_CLIENT_ORGURL; runs until it is stopped
                      --help          this text
                    """, Arguments.REAL, "--samples", KEEP_RUNNING, Arguments.HELP)
            .simulatedOnly("--samples", "sample leavers are for the simulated org only.")
            .simulatedOnly(KEEP_RUNNING, "a real run goes on until it is stopped.");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    public Launcher(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /** Runs until there is no more to do, and returns the exit code. */
    public int run(String... args) {
        return new CommandLine(ARGUMENTS, out, err)
                .run(switches -> new Demo(out, switches.contains(KEEP_RUNNING)).run(), switches -> real(), args);
    }

    private int real() throws InterruptedException {
        Target target = Target.real(environment);
        out.println(target.line());
        try (RunningApplication application = RunningApplication.start(target.properties())) {
            out.println(application.watchLine());
            application.untilStopped();
        }
        return 0;
    }
}
