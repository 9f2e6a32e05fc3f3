/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.demo;

import java.io.PrintStream;
import java.util.Set;

/** Runs a program as its arguments ask, simulated or real, and turns what becomes of it into an exit code. */
public final class CommandLine {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    /** A run; gives the exit code when there is no more to do. */
    @FunctionalInterface
    public interface Run {

        /** @param switches the arguments that were given */
        int run(Set<String> switches) throws Exception;
    }

    public CommandLine(Arguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    /**
     * Gives the exit code: 2 where the call is not served, 1 where a run fails, else that of the run.
     *
     * @param simulated the run without {@code --real}
     * @param real the run with it
     */
    public int run(Run simulated, Run real, String... args) {
        try {
            Set<String> switches = arguments.parse(args);
            if (switches.contains(Arguments.HELP)) {
                out.print(arguments.usage());
                return 0;
            }
            return (switches.contains(Arguments.REAL) ? real : simulated).run(switches);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }
}
