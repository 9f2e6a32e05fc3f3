/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts more records by their keys than memory holds: sorted runs go to disk and are merged when they are read. */
public final class ExternalSorter {
    private static final int OVERHEAD = 100;

    private final SpillDirectory directory;
    private final String name;
    private final int memory;
    private final List<Spilled> buffer = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
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
        buffer.add(new Spilled(key, json));
        used += 2 * key.length() + json.length + OVERHEAD;
        if (used >= memory) {
            spill();
        }
    }

    private void spill() {
        buffer.sort(Comparator.comparing(Spilled::key));
        Path run = directory.file(name + "-" + runs.size());
        try (SpillWriter writer = new SpillWriter(run)) {
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
}
