/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.UserStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Two exports of a simulated org into a temporary database, with some changes in between; looks at the end whether all went well. */
final class Demo {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int USERS = 300;
    private static final int SHOWN = 10;

    private final PrintStream out;

    Demo(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run() throws Exception {
        Path directory = Files.createTempDirectory("user-export");
        try (OktaSimulator okta = OktaSimulator.start()) {
            Target target = Target.simulated(okta.orgUrl(), okta.token(), directory);
            out.println(target.line());
            for (int i = 0; i < USERS; i++) {
                okta.addUser("user" + i + "@example.com", UserStatus.ACTIVE);
            }
            boolean well = export("First export", target, USERS, okta);
            int changed = change(okta);
            out.println("The export is stopped, " + changed + " users change, the export is started again.");
            return export("Second export", target, changed, okta) && well ? 0 : 1;
        } finally {
            delete(directory);
        }
    }

    private boolean export(String name, Target target, int expected, OktaSimulator okta) throws Exception {
        DeliveryCount delivered = new DeliveryCount();
        RunningExport export = RunningExport.start(target, delivered);
        try (export) {
            delivered.await(expected, LONGEST);
        }
        List<String> findings = new Comparison(okta, target.database()).findings();
        out.println(name + ": " + delivered.count() + " users written, the table has "
                + okta.users().size() + ", "
                + (findings.isEmpty() ? "all of them as in the org." : findings.size() + " not as in the org:"));
        findings.stream().limit(SHOWN).forEach(out::println);
        if (delivered.count() != expected) {
            out.println("NOT AS PROMISED: " + expected + " users should have been written.");
        }
        return findings.isEmpty() && delivered.count() == expected;
    }

    private static int change(OktaSimulator okta) {
        List<SimulatedUser> users = okta.users();
        users.get(3).change("department", "Sales");
        users.get(33).change("city", "Oslo");
        users.get(133).change("lastName", "Smith-Jones");
        users.get(203).change(UserStatus.SUSPENDED);
        users.get(233).change(UserStatus.DEPROVISIONED);
        okta.addUser("new.hire@example.com", UserStatus.STAGED);
        return 6;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
