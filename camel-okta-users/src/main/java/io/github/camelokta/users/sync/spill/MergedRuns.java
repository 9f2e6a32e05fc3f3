/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Reads several sorted files as one. */
public final class MergedRuns implements Closeable {
    private final List<SpillReader> readers = new ArrayList<>();
    private final PriorityQueue<SpillReader> heads =
            new PriorityQueue<>(Comparator.comparing(reader -> reader.peek().key()));

    MergedRuns(List<Path> runs) {
        for (Path run : runs) {
            SpillReader reader = new SpillReader(run);
            readers.add(reader);
            if (reader.hasNext()) {
                heads.add(reader);
            }
        }
    }

    /** The key that comes next; null at the end. */
    public String key() {
        return heads.isEmpty() ? null : heads.peek().peek().key();
    }

    public Spilled next() {
        SpillReader reader = heads.remove();
        Spilled spilled = reader.next();
        if (reader.hasNext()) {
            heads.add(reader);
        }
        return spilled;
    }

    @Override
    public void close() {
        readers.forEach(SpillReader::close);
    }
}
