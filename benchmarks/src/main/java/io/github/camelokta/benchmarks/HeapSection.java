/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;

/** Long lists with small heaps: who comes to the end, what is alive meanwhile, and how long it takes in a new JVM. */
final class HeapSection implements Section {
    private static final double MEBIBYTE = 1 << 20;
    private static final int FEW = 100_000;
    private static final String OVER_IDLE = "alive over idle, MB";
    private static final List<Contender> LISTERS = List.of(
            Contender.BARE, Contender.SDK, Contender.CAMEL_HTTP, Contender.MAP, Contender.BYTES, Contender.CHANGES);

    @Override
    public List<Sheet> run(Rig rig, Settings settings) throws IOException, InterruptedException {
        Sheet few = new Sheet("list of 100,000 users with -Xmx16m");
        Sheet many = new Sheet("list of " + settings.users() + " users with -Xmx32m");
        try (Stub stub = Stub.start()) {
            for (int round = 0; round < settings.rounds(); round++) {
                for (Contender contender : Rig.rotated(LISTERS, round)) {
                    stub.set(FEW, 0);
                    seconds(few, rig, contender, stub, FEW, "-Xmx16m");
                    stub.set(settings.users(), 0);
                    seconds(many, rig, contender, stub, settings.users(), "-Xmx32m");
                    weigh(many, rig, contender, stub, settings.users());
                }
            }
        }
        for (Contender ours : List.of(Contender.MAP, Contender.BYTES)) {
            many.target(ours.name(), "s", Target.atMost(10)).target(ours.name(), OVER_IDLE, Target.atMost(1));
            many.target(ours.name(), "alive at 90 % over 10 %, MB", Target.atMost(1));
        }
        return List.of(few, many);
    }

    private static void seconds(Sheet sheet, Rig rig, Contender contender, Stub stub, int users, String heap)
            throws InterruptedException {
        try (ChildProcess process = rig.start(contender, stub, List.of(heap, "-XX:+ExitOnOutOfMemoryError"))) {
            Values values = ListSection.listed(process, "list users=" + users);
            sheet.note(contender.name(), "came to the end", 1);
            sheet.note(contender.name(), "s", values.number("seconds"));
        } catch (IOException e) {
            // Out of memory.
            sheet.note(contender.name(), "came to the end", 0);
        }
    }

    /** Apart from the time, since weighing takes some. */
    private static void weigh(Sheet sheet, Rig rig, Contender contender, Stub stub, int users)
            throws IOException, InterruptedException {
        try (ChildProcess process = rig.start(contender, stub, List.of("-Xmx256m"))) {
            Values values = ListSection.listed(process, "list weigh=1 users=" + users);
            double early = values.number("early");
            double late = values.number("late");
            sheet.note(contender.name(), OVER_IDLE, (Math.max(early, late) - values.number("idle")) / MEBIBYTE);
            sheet.note(contender.name(), "alive at 90 % over 10 %, MB", (late - early) / MEBIBYTE);
        }
    }
}
