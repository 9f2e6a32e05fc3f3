/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.run;

import java.io.PrintStream;
import java.util.Map;

/** Runs the program as its arguments ask. */
public final class Launcher {
    private static final int BAD_USAGE = 2;

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
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                out.print(Arguments.USAGE);
                return 0;
            }
            return arguments.real() ? real() : new Demo(out, arguments.keepRunning()).run();
        } catch (UsageException e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
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
