/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.io.IOException;
import java.util.List;

/** Slow pages and slow work: by reading ahead, the whole should take as long as the slower of the two. */
final class PrefetchBenchmark {
    private static final int USERS = 10_000;
    private static final int PAGE_MILLIS = 100;
    private static final int WORK_MICROS = 200;
    private static final double SLACK = 1.03;
    private static final List<String> READERS =
            List.of("mode=all", "mode=all&prefetch=0", "mode=changes&name=benchmark");

    private final Sheet sheet;

    PrefetchBenchmark(Sheet sheet) {
        this.sheet = sheet;
    }

    void round() throws IOException, InterruptedException {
        for (String reader : READERS) {
            ListingRun run = ListingRun.slow(USERS, reader, PAGE_MILLIS, WORK_MICROS);
            double pages = run.pages() * PAGE_MILLIS / 1e3;
            double work = USERS * WORK_MICROS / 1e6;
            double ideal = Math.max(pages, work) + PAGE_MILLIS / 1e3;
            boolean ahead = !reader.contains("prefetch=0");
            String who = reader.replace("&name=benchmark", "") + ": ";
            sheet.note(who + "seconds", "s", run.seconds());
            sheet.note(who + "by the slower of pages and work", "x", ahead ? SLACK : null, run.seconds() / ideal);
        }
    }
}
