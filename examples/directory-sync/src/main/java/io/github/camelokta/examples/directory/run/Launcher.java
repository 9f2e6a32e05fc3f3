/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.examples.demo.Arguments;
import io.github.camelokta.examples.demo.CommandLine;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** Runs the program as its arguments ask. */
public final class Launcher {
    private static final String APPLY = "--apply";
    static final Arguments ARGUMENTS = new Arguments("""
                    Brings the people of an LDAP directory to Okta.

                      (nothing)       an embedded directory of 2,000 sample people and a simulated org; ends with a table
                      --samples       the same, said aloud
                      --real          the directory of LDAP_URL and the org of OKTA_CLIENT_ORGURL: prints the plan, writes nothing
                      --real --apply  prints the plan, and carries it out
                      --help          this text
                    """, Arguments.REAL, APPLY, "--samples", Arguments.HELP)
            .simulatedOnly("--samples", "sample people are for the simulated org only.")
            .realOnly(APPLY, "a simulated run carries out its plan anyway.");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /** @param terminal whether a line of {@code out} can be drawn over */
    public Launcher(Map<String, String> environment, PrintStream out, PrintStream err, boolean terminal) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs until there is no more to do, and returns the exit code. */
    public int run(String... args) {
        return new CommandLine(ARGUMENTS, out, err)
                .run(switches -> new Demo(out, terminal).run(), switches -> real(switches.contains(APPLY)), args);
    }

    private int real(boolean apply) throws Exception {
        new RealRun(out, terminal, Clock.systemUTC()).run(Target.real(environment), apply);
        return 0;
    }
}
