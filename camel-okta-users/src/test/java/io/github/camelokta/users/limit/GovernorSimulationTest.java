/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.limit;

import io.github.camelokta.users.limit.Cell.Run;
import io.github.camelokta.users.limit.ModelBucket.Windows;
import java.util.List;
import org.junit.jupiter.api.Test;

class GovernorSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 25);

    @Test
    void measure() {
        for (Windows kind : Windows.values()) {
            show("alone 600 64", Cell.of(kind, 600, 1, 64));
            show("alone 600 8", Cell.of(kind, 600, 1, 8));
            show("alone 50 8", Cell.of(kind, 50, 1, 8));
            for (int clients : new int[] {2, 3, 5}) {
                show(clients + " 600 8", Cell.of(kind, 600, clients, 8));
                show(clients + " 50 8", Cell.of(kind, 50, clients, 8));
            }
            for (int part : new int[] {20, 50, 80}) {
                show("foreign " + part + " steady", Cell.of(kind, 600, 1, 8).foreign(part / 100.0, false));
                show("foreign " + part + " bursts", Cell.of(kind, 600, 1, 8).foreign(part / 100.0, true));
            }
            show("share 50", Cell.of(kind, 600, 1, 8).share(50).foreign(.5, false));
            show("share 7, 50", Cell.of(kind, 50, 1, 8).share(7));
        }
    }

    private void show(String name, Cell cell) {
        long begun = System.nanoTime();
        List<Run> runs = cell.runs(SEEDS);
        System.out.printf(
                "%-20s %-18s 429/run %.2f (max %d) per window %.2f  ratio %.4f max %.4f  fail %d tries %d  used %d  %.1f s%n",
                name,
                cell.kind(),
                runs.stream().mapToInt(Run::refused).average().orElseThrow(),
                runs.stream().mapToInt(Run::refused).max().orElseThrow(),
                runs.stream().mapToDouble(Run::refusedPerWindow).average().orElseThrow(),
                runs.stream().mapToDouble(Run::ratio).average().orElseThrow(),
                runs.stream().mapToDouble(Run::ratio).max().orElseThrow(),
                runs.stream().mapToInt(Run::failures).sum(),
                runs.stream().mapToInt(Run::mostTries).max().orElseThrow(),
                runs.stream().mapToInt(Run::mostUsed).max().orElseThrow(),
                (System.nanoTime() - begun) / 1e9);
    }
}
