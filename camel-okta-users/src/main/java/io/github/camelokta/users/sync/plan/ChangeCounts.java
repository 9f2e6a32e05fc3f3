/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import io.github.camelokta.users.api.Change;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of users. */
public final class ChangeCounts {
    private final Map<Change, Long> counts = new EnumMap<>(Change.class);

    private long writes;
    private long openedAgain;

    public ChangeCounts() {
        Arrays.stream(Change.values()).forEach(change -> counts.put(change, 0L));
    }

    public void add(Change change) {
        add(change, 1);
    }

    /** Counts writes, also those to users who were refused in the end. */
    public void wrote(int calls) {
        writes += calls;
    }

    /** Counts a user whose closed account was activated. */
    public void openedAgain() {
        openedAgain++;
    }

    public long closedAndOpenedAgain() {
        return openedAgain;
    }

    public long writes() {
        return writes;
    }

    public void add(Change change, long count) {
        counts.merge(change, count, Long::sum);
    }

    public long of(Change... changes) {
        return Arrays.stream(changes).mapToLong(counts::get).sum();
    }

    public Map<Change, Long> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }
}
