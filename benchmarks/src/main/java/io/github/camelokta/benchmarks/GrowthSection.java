/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;

/** What more users do to the time and to what is alive on the heap. */
final class GrowthSection implements Section {
    static final String TITLE = "lists by length, in a warm JVM";
    static final String SECONDS = "s";
    static final String ALIVE = "alive over idle, MB";
    static final List<Integer> USERS = List.of(1_000, 10_000, 100_000, 1_000_000);
    static final List<Contender> LISTERS = List.of(Contender.MAP, Contender.BYTES, Contender.CHANGES);
    private static final double MEBIBYTE = 1 << 20;
    private static final int WARMING_USERS = 100_000;

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        Sheet sheet = new Sheet(TITLE);
        try (Stub stub = Stub.start()) {
            for (Contender contender : LISTERS) {
                try (ChildProcess process = rig.start(contender, stub, List.of("-Xmx256m"))) {
                    stub.set(WARMING_USERS, 0);
                    process.ask("list users=" + WARMING_USERS);
                    process.ask("list users=" + WARMING_USERS);
                    for (int users : USERS) {
                        stub.set(users, 0);
                        for (int round = 0; round < settings.rounds(); round++) {
                            note(sheet, contender, users, process);
                        }
                    }
                }
            }
        }
        return List.of(sheet);
    }

    static String row(int users, Contender contender) {
        return users + " users: " + contender.name();
    }

    private static void note(Sheet sheet, Contender contender, int users, ChildProcess process) throws IOException {
        Values values = ListSection.listed(process, "list users=" + users);
        String row = row(users, contender);
        sheet.note(row, SECONDS, values.number("seconds"));
        sheet.note(row, "us a user", values.number("seconds") * 1e6 / users);
        sheet.note(row, ListSection.CPU, values.number("cpu"));
        sheet.note(row, ListSection.BYTES, values.number("bytes"));
        Values weighed = ListSection.listed(process, "list weigh=1 users=" + users);
        sheet.note(row, ALIVE, (weighed.number("late") - weighed.number("idle")) / MEBIBYTE);
    }
}
