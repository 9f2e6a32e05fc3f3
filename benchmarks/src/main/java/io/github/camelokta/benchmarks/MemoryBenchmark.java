/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import io.github.camelokta.benchmarks.listing.ListingOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A long list with a small heap: what is alive early and late, and what a user costs. */
final class MemoryBenchmark {
    private static final double MEBIBYTE = 1 << 20;
    private static final double MICROS = 1e6;
    private static final String HEAP = "-Xmx32m";
    private static final Map<String, String> READERS = readers();

    private final Sheet sheet;
    private final int users;

    MemoryBenchmark(Sheet sheet, int users) {
        this.sheet = sheet;
        this.users = users;
    }

    private static Map<String, String> readers() {
        Map<String, String> readers = new LinkedHashMap<>();
        readers.put("HttpClient and Jackson", ListingOptions.BARE);
        readers.put("mode=all, Map", "mode=all");
        readers.put("mode=all, bytes", "mode=all&resultFormat=bytes");
        readers.put("mode=changes, Map", "mode=changes&name=benchmark");
        return readers;
    }

    void round() throws IOException, InterruptedException {
        double bareCpu = 0;
        for (Map.Entry<String, String> reader : READERS.entrySet()) {
            ListingRun run = ListingRun.weighed(users, reader.getValue(), HEAP);
            boolean bare = reader.getValue().equals(ListingOptions.BARE);
            bareCpu = bare ? run.cpuSeconds() : bareCpu;
            String who = reader.getKey() + ": ";
            double early = run.of("early");
            double late = run.of("late");
            sheet.note(who + "seconds", "s", run.seconds());
            sheet.note(who + "alive at 90 % over 10 %", "MB", bare ? null : 1.0, (late - early) / MEBIBYTE);
            sheet.note(
                    who + "alive over idle",
                    "MB",
                    bare ? null : 1.0,
                    (Math.max(early, late) - run.of("idle")) / MEBIBYTE);
            sheet.note(who + "bytes allocated per user", "B", run.of("allocated") / users);
            sheet.note(who + "processor time per user", "us", run.cpuSeconds() * MICROS / users);
            if (!bare) {
                sheet.note(who + "processor time, by HttpClient and Jackson", "x", run.cpuSeconds() / bareCpu);
            }
        }
    }
}
