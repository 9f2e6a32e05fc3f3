/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Slow pages and slow work: by reading ahead, the whole should take as long as the slower of the two, and once the other for a page.
 * What the pages take is measured, in the same round.
 */
final class OverlapSection implements Section {
    private static final int USERS = 10_000;
    private static final int PAGES = 50;
    private static final int PAGE_MILLIS = 100;
    private static final int WORK_MICROS = 200;
    private static final int WARM_PASSES = 6;
    private static final String PAGES_ALONE = "HttpClient, no work";
    private static final String IDEAL = "ideal by the whole";
    private static final List<Contender> LISTERS = List.of(
            Contender.BARE,
            Contender.SDK,
            Contender.CAMEL_HTTP,
            Contender.MAP,
            Contender.BYTES,
            Contender.NO_PREFETCH,
            Contender.CHANGES);

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        Sheet sheet = new Sheet("50 pages of 100 ms, 0.2 ms of work on each of 10,000 users");
        double work = USERS * WORK_MICROS / 1e6;
        try (Stub stub = Stub.start()) {
            stub.set(USERS, 0);
            Map<Contender, ChildProcess> processes = rig.startAll(LISTERS, stub);
            for (ChildProcess process : processes.values()) {
                for (int pass = 0; pass < WARM_PASSES; pass++) {
                    process.ask("list users=" + USERS);
                }
            }
            stub.set(USERS, PAGE_MILLIS);
            for (int round = 0; round < settings.rounds(); round++) {
                double pages = seconds(processes.get(Contender.BARE), 0);
                double ideal = Math.max(pages, work) + Math.min(pages, work) / PAGES;
                sheet.note(PAGES_ALONE, "s", pages);
                for (Contender contender : Rig.rotated(LISTERS, round)) {
                    double seconds = seconds(processes.get(contender), WORK_MICROS);
                    sheet.note(contender.name(), "s", seconds);
                    sheet.note(contender.name(), IDEAL, ideal / seconds);
                }
            }
            Rig.closeAll(processes);
        }
        return List.of(sheet.target(Contender.MAP.name(), IDEAL, Target.atLeast(0.97))
                .target(Contender.BYTES.name(), IDEAL, Target.atLeast(0.97))
                .target(Contender.CHANGES.name(), IDEAL, Target.atLeast(0.97)));
    }

    private static double seconds(ChildProcess process, int work) throws IOException {
        return ListSection.listed(process, "list users=" + USERS + " work=" + work)
                .number("seconds");
    }
}
