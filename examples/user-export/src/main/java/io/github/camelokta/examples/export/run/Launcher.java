/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import io.github.camelokta.examples.demo.Arguments;
import io.github.camelokta.examples.demo.CommandLine;
import io.github.camelokta.examples.demo.UsageException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the program as its arguments ask. */
public final class Launcher {
    static final Arguments ARGUMENTS = new Arguments("""
                    Keeps the table okta_user in step with the users of an Okta org.

                      (nothing)    a simulated org with sample users and a temporary database; ends with a summary
                      --samples    the same, said aloud
                      --real       the org of OKTA_CLIENT_ORGURL and the database of DATABASE_URL; runs until it is stopped
                      --help       this text
                    """, Arguments.REAL, "--samples", Arguments.HELP)
            .simulatedOnly("--samples", "sample users are for the simulated org only.");

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
        return new CommandLine(ARGUMENTS, out, err).run(switches -> new Demo(out).run(), switches -> real(), args);
    }

    private int real() throws InterruptedException {
        Target target = Target.real(environment);
        out.println(target.line());
        RunningExport export = start(target);
        Runtime.getRuntime().addShutdownHook(new Thread(export::close, "stop"));
        new CountDownLatch(1).await();
        return 0;
    }

    private static RunningExport start(Target target) {
        try {
            return RunningExport.start(target, row -> {});
        } catch (UsageException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The export does not start: " + reason(e), e);
        }
    }

    /** Camel wraps the sentence that says what is to be done. */
    private static String reason(Throwable thrown) {
        return thrown.getCause() == null ? thrown.getMessage() : reason(thrown.getCause());
    }
}
