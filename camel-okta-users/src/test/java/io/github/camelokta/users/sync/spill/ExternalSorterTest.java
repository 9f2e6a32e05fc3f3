/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.support.Randoms;
import io.github.camelokta.users.sync.spill.ExternalSorter.MergedRuns;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSorterTest {
    @TempDir
    Path temp;

    @Test
    void many_records_come_back_sorted_from_several_runs() throws Exception {
        long seed = Randoms.seed();
        Random random = new Random(seed);
        List<String> keys = new ArrayList<>();
        try (SpillDirectory directory = new SpillDirectory(temp)) {
            ExternalSorter sorter = new ExternalSorter(directory, "test", 5_000);
            for (int i = 0; i < 1_000; i++) {
                String key = Integer.toString(random.nextInt(700)) + "é";
                keys.add(key);
                sorter.add(key, (key + "!").getBytes(StandardCharsets.UTF_8));
            }
            List<String> read = new ArrayList<>();
            try (MergedRuns merged = sorter.sorted();
                    Stream<Path> runs = Files.list(Files.list(temp).findFirst().orElseThrow())) {
                assertThat(runs.count()).isGreaterThan(10);
                while (merged.key() != null) {
                    String key = merged.key();
                    SpillRecord next = merged.next();
                    assertThat(next.key()).isEqualTo(key);
                    assertThat(new String(next.json(), StandardCharsets.UTF_8)).isEqualTo(key + "!");
                    read.add(key);
                }
            }
            Collections.sort(keys);
            assertThat(read).as("-Dseed=%d", seed).isEqualTo(keys);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void nothing_sorted_is_nothing() {
        try (SpillDirectory directory = new SpillDirectory(temp)) {
            assertThat(new ExternalSorter(directory, "test", 5_000).sorted().key())
                    .isNull();
        }
    }
}
