/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.ratelimit.Cell.Run;
import io.github.camelokta.users.ratelimit.ModelBucket.Windows;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The governor on virtual time against a model of Okta's buckets: trips of 50 to 400 ms, a server whose clock is up to five
 * minutes off, JVMs on one token that know nothing of each other, and foreign clients who obey nothing. Times are compared with
 * those of callers who know where each permit is. {@code -Dseeds=200} runs more. A time of 1 is one that was not
 * compared.
 */
class GovernorSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 40);

    @ParameterizedTest
    @EnumSource
    void alone_nothing_is_refused_and_no_time_is_lost(Windows kind) {
        for (Cell cell : List.of(Cell.of(kind, 600, 1, 64), Cell.of(kind, 50, 1, 8))) {
            List<Run> runs = run("alone", cell);

            assertThat(runs).allMatch(run -> run.refused() == 0).allMatch(run -> run.failures() == 0);
            assertThat(mean(runs, Run::ratio)).isLessThan(1.01);
            assertThat(max(runs, Run::ratio)).isLessThan(1.015);
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_JVMs_stay_out_of_each_others_way(Windows kind) {
        for (Cell cell : List.of(Cell.of(kind, 600, 2, 8), Cell.of(kind, 50, 2, 8))) {
            List<Run> runs = run("two JVMs", cell);

            assertThat(runs).allMatch(run -> run.refused() == 0).allMatch(run -> run.failures() == 0);
            assertThat(max(runs, Run::ratio)).isLessThan(1.02);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_three_and_five_JVMs_few_calls_are_refused_from_cold(Windows kind) {
        for (Cell cell : List.of(Cell.of(kind, 600, 3, 8), Cell.of(kind, 50, 3, 8))) {
            assertThat(mean(run("three JVMs", cell), Run::refusedPerWindow)).isLessThan(0.35);
        }
        List<Run> runs = run("five JVMs", Cell.of(kind, 600, 5, 8));
        assertThat(mean(runs, Run::refusedPerWindow)).isLessThan(1.2);
        assertThat(runs).allMatch(run -> run.failures() == 0);
    }

    @ParameterizedTest
    @CsvSource({"0.2, false", "0.5, false", "0.8, false", "0.2, true", "0.5, true", "0.8, true"})
    void with_a_foreign_client_no_call_is_lost(double part, boolean bursts) {
        for (Windows kind : Windows.values()) {
            List<Run> runs = run(
                    "foreign " + part + (bursts ? " in bursts" : ""),
                    Cell.of(kind, 600, 1, 8).foreign(part, bursts));

            assertThat(mean(runs, Run::refusedPerWindow)).isLessThan(0.7);
            assertThat(runs).allMatch(run -> run.failures() == 0).allMatch(run -> run.mostTries() <= 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"600, 50", "600, 80", "50, 30", "50, 1"})
    void our_share_is_never_exceeded(int limit, int share) {
        for (Windows kind : Windows.values()) {
            Cell alone = Cell.of(kind, limit, 1, 8).share(share);
            for (Cell cell : List.of(alone, alone.foreign(0.5, false), alone.foreign(0.5, true))) {
                assertThat(run("share " + share, cell))
                        .allMatch(run -> run.mostUsed() <= Math.max(1, limit * share / 100));
            }
        }
    }

    private static List<Run> run(String name, Cell cell) {
        List<Run> runs = cell.runs(SEEDS);
        System.out.printf(
                "Governor, %d seeds, %-20s %-18s limit %d: used at most %.0f; 429 a window %.2f, a run at most %.0f; time mean %.4f,"
                        + " max %.4f; tries %.0f, failed %.2f%n",
                SEEDS,
                name,
                cell.kind(),
                cell.limit(),
                max(runs, Run::mostUsed),
                mean(runs, Run::refusedPerWindow),
                max(runs, Run::refused),
                mean(runs, Run::ratio),
                max(runs, Run::ratio),
                max(runs, Run::mostTries),
                mean(runs, Run::failures));
        return runs;
    }

    private static double mean(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static double max(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).max().orElseThrow();
    }
}
