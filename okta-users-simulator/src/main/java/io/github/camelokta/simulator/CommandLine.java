/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import io.github.camelokta.simulator.org.UserStatus;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Starts a simulator as its arguments say. */
final class CommandLine {
    private static final String USAGE = """
            Usage: OktaSimulator [options]
              --port 8080      the port on 127.0.0.1, 8080 by default; 0 takes a free one
              --token 00mine   the SSWS token that the org accepts
              --seed org.json  fills the org from this file; docs/testing.adoc has the format
              --users 1000     makes this many active users
              --chaos 7        a bad day by this seed: late, limited, cut off
              --help           this text
            Without --seed and --users the org is filled with a sample.
            A test in another language resets it by POST /simulator/reset with the token.""";

    private final PrintStream out;

    CommandLine(PrintStream out) {
        this.out = out;
    }

    /** Starts a simulator, or says why it does not; the status is that of the process. */
    static int main(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            new CommandLine(out).run(args);
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** The running simulator; its threads keep the process alive. */
    OktaSimulator run(String... args) {
        OktaSimulatorBuilder setup = OktaSimulator.builder().port(8080);
        int users = 0;
        boolean sample = true;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : fail("No value for " + args[i]);
            switch (args[i]) {
                case "--port" -> setup.port(number(args[i], value));
                case "--token" -> setup.token(value);
                case "--seed" -> {
                    setup.seed(Path.of(value));
                    sample = false;
                }
                case "--chaos" -> setup.chaos(number(args[i], value));
                case "--users" -> {
                    users = number(args[i], value);
                    sample = false;
                }
                default -> fail("Unknown argument: " + args[i]);
            }
        }
        if (sample) {
            setup.seed(OktaSimulator.sampleSeed());
        }
        OktaSimulator okta = setup.build();
        for (int i = 1; i <= users; i++) {
            okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
        }
        okta.listen();
        out.println(
                "Simulated Okta org: " + okta.orgUrl() + " with " + okta.org().size() + " users");
        if (okta.token().equals(OktaSimulatorBuilder.DEFAULT_TOKEN)) {
            out.println("Token: " + okta.token());
        }
        out.println("Live page: " + okta.orgUrl() + "/");
        return okta;
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not: " + value + "\n" + USAGE, e);
        }
    }

    private static String fail(String message) {
        throw new IllegalArgumentException(message + "\n" + USAGE);
    }
}
