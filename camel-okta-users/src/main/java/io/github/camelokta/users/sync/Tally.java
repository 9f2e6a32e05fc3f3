/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of users. */
final class Tally {
    private final Map<Change, Long> counts = new EnumMap<>(Change.class);

    private long writes;

    Tally() {
        Arrays.stream(Change.values()).forEach(change -> counts.put(change, 0L));
    }

    void add(Change change) {
        add(change, 1);
    }

    /** Counts writes, those to users who were refused in the end among them. */
    void wrote(int calls) {
        writes += calls;
    }

    long writes() {
        return writes;
    }

    void add(Change change, long count) {
        counts.merge(change, count, Long::sum);
    }

    long of(Change... changes) {
        return Arrays.stream(changes).mapToLong(counts::get).sum();
    }

    Map<Change, Long> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }
}
