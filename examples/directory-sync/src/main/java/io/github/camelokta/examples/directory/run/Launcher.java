/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** Runs the program as its arguments ask. */
public final class Launcher {
    private static final int BAD_USAGE = 2;

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
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                out.print(Arguments.USAGE);
                return 0;
            }
            if (!arguments.real()) {
                return new Demo(out, terminal).run();
            }
            new RealRun(out, terminal, Clock.systemUTC()).run(Target.real(environment), arguments.apply());
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        } catch (Exception e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
