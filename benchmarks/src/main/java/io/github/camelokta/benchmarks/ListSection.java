/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A list of 100,000 users, an exchange for each. */
final class ListSection implements Section {
    static final String TITLE = "list of 100,000 users, answers at once";
    static final String CPU = "processor time, us a user";
    static final String BYTES = "allocated, B a user";
    private static final int USERS = 100_000;
    private static final int WARM_PASSES = 4;
    private static final List<Contender> LISTERS = List.of(
            Contender.BARE,
            Contender.SDK,
            Contender.CAMEL_HTTP,
            Contender.MAP,
            Contender.BYTES,
            Contender.CHANGES,
            Contender.CHANGES_BYTES);

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        Sheet sheet = new Sheet(TITLE);
        try (Stub stub = Stub.start()) {
            stub.set(USERS, 0);
            Map<Contender, ChildProcess> processes = rig.startAll(LISTERS, stub);
            for (ChildProcess process : processes.values()) {
                for (int pass = 0; pass < WARM_PASSES; pass++) {
                    process.ask("list users=" + USERS);
                }
            }
            for (int round = 0; round < settings.rounds(); round++) {
                for (Contender contender : Rig.rotated(LISTERS, round)) {
                    Values values = listed(processes.get(contender), "list users=" + USERS);
                    String row = contender.name();
                    sheet.note(row, "users a second", USERS / values.number("seconds"));
                    LoadSection.ratio(sheet, row, CPU, LoadSection.CPU_RATIO, values.number("cpu"));
                    LoadSection.ratio(sheet, row, BYTES, LoadSection.BYTES_RATIO, values.number("bytes"));
                }
            }
            Rig.closeAll(processes);
        }
        return List.of(sheet.target(Contender.MAP.name(), CPU, Target.atMost(4.5))
                .target(Contender.BYTES.name(), CPU, Target.atMost(3.8))
                .target(Contender.MAP.name(), BYTES, Target.atMost(6800))
                .target(Contender.BYTES.name(), BYTES, Target.atMost(2500)));
    }

    /**
     * Lists all.
     *
     * @throws IOException if a user was missing, twice or out of order
     */
    static Values listed(ChildProcess process, String command) throws IOException {
        Values values = process.ask(command);
        if (values.number("misplaced") > 0) {
            throw new IOException("Users out of order: " + values.text("misplaced"));
        }
        return values;
    }
}
