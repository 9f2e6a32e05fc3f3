/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.ratelimit.Cell.Run;
import io.github.camelokta.users.ratelimit.ModelBucket.Windows;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a cluster gets out of one bucket: nodes that know nothing of each other, all at work at once, on virtual time.
 * {@code -Dseeds=20} runs more, and prints the table of the manual's chapter on clusters.
 */
class ClusterSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 2);
    private static final int LIMIT = 600;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 20, 50})
    void more_nodes_get_no_more_than_the_bucket_holds_and_lose_little_of_it(int nodes) {
        List<Run> runs = Cell.of(Windows.OPENED_WHOLE, LIMIT, nodes, 8).runs(SEEDS);
        double time = mean(runs, Run::ratio);
        double refused = mean(runs, Run::refusedPerWindow);
        double failed = mean(runs, Run::failures);
        if (System.getProperty("seeds") != null) {
            System.out.printf(
                    "| %d | %.3f | %.1f | %.1f | %.0f%n", nodes, time, refused, failed, mean(runs, Run::mostTries));
        }

        assertThat(time).as("time by that of callers with foresight").isLessThan(1.05);
        assertThat(refused).as("answers 429 in a window").isLessThan(nodes <= 10 ? 2 : LIMIT / 2.0);
        assertThat(failed).as("calls given up").isLessThan(nodes <= 20 ? 1 : 0.03 * 3.4 * LIMIT);
    }

    private static double mean(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }
}
