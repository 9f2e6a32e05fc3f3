/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks, section by section, and prints the tables of each. */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param args the directory of the subjects, then those of {@link Settings#of} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.of(List.of(args).subList(1, args.length).toArray(String[]::new));
        Rig rig = new Rig(Path.of(System.getProperty("java.home")), Path.of(args[0]));
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version() + ", "
                + settings.rounds() + " rounds, load " + load());
        List<Sheet> sheets = new ArrayList<>();
        for (String name : settings.only()) {
            long start = System.nanoTime();
            List<Sheet> filled = Sections.of(name).run(rig, settings);
            filled.forEach(sheet -> System.out.println("\n" + sheet.text()));
            System.out.println(name + " took "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s, load " + load());
            sheets.addAll(filled);
        }
        new Plot(sheets).write(settings.plot());
        new Curves(sheets).write(settings.plot().resolveSibling("growth.svg"));
        List<String> missed =
                sheets.stream().flatMap(sheet -> sheet.missed().stream()).toList();
        missed.forEach(line -> System.out.println("MISSED " + line));
        System.exit(settings.check() && !missed.isEmpty() ? 1 : 0);
    }

    /** Of the last minute, where Linux tells it: whoever else works takes time from the figures. */
    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.isReadable(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }
}
