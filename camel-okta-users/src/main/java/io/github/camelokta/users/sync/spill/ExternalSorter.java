/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import io.github.camelokta.users.sync.spill.SpillFile.SpillReader;
import io.github.camelokta.users.sync.spill.SpillFile.SpillRecord;
import io.github.camelokta.users.sync.spill.SpillFile.SpillWriter;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts more records by their keys than memory holds: sorted runs go to disk and are merged when they are read. */
public final class ExternalSorter {
    private static final int OVERHEAD = 100;

    private final SpillDirectory directory;
    private final String name;
    private final int memory;
    private final List<SpillRecord> buffer = new ArrayList<>();
    private final List<SpillFile> runs = new ArrayList<>();
    private int used;

    /**
     * @param name begins the names of the files
     * @param memory the bytes that are held at a time
     */
    public ExternalSorter(SpillDirectory directory, String name, int memory) {
        this.directory = directory;
        this.name = name;
        this.memory = memory;
    }

    public void add(String key, byte[] json) {
        buffer.add(new SpillRecord(key, json));
        used += 2 * key.length() + json.length + OVERHEAD;
        if (used >= memory) {
            spill();
        }
    }

    private void spill() {
        buffer.sort(Comparator.comparing(SpillRecord::key));
        SpillFile run = directory.file(name + "-" + runs.size());
        try (SpillWriter writer = run.writer()) {
            buffer.forEach(writer::write);
        }
        runs.add(run);
        buffer.clear();
        used = 0;
    }

    /** All records in the order of their keys; those of one key in any order. */
    public MergedRuns sorted() {
        spill();
        return new MergedRuns(runs);
    }

    /** Several sorted files, read as one. */
    public static final class MergedRuns implements Closeable {
        private final List<SpillReader> readers = new ArrayList<>();
        private final PriorityQueue<SpillReader> heads =
                new PriorityQueue<>(Comparator.comparing(reader -> reader.peek().key()));

        private MergedRuns(List<SpillFile> runs) {
            for (SpillFile run : runs) {
                SpillReader reader = run.reader();
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

        public SpillRecord next() {
            SpillReader reader = heads.remove();
            SpillRecord next = reader.next();
            if (reader.hasNext()) {
                heads.add(reader);
            }
            return next;
        }

        @Override
        public void close() {
            readers.forEach(SpillReader::close);
        }
    }
}
