/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.List;
import java.util.Optional;

/**
 * Reads on from a second in the order of a time, oldest first, until it is past its own beginning. Each page is the first one of a new query: a cursor
 * of Okta's over a result that moves can jump over rows that never changed. Only within one second, when it fills a page, are
 * next links followed.
 */
public final class ChangeScanner implements ChangePages {
    private final UserIndex index;
    private final SortedBy sortedBy;
    private final int limit;
    private long at;
    private long cap;
    private boolean begun;
    private boolean done;
    private SameSecondReader drain;

    /** @param from epoch second */
    public ChangeScanner(UserIndex index, SortedBy sortedBy, int limit, long from) {
        this.index = index;
        this.sortedBy = sortedBy;
        this.limit = limit;
        this.at = from;
    }

    @Override
    public Optional<ChangePage> next() {
        if (drain != null && drain.isDone()) {
            drain = null;
            at++;
        }
        if (drain != null) {
            return Optional.of(new ChangePage(drain.next(), cap));
        }
        return done ? Optional.empty() : turn(begun ? query() : begin());
    }

    private IndexPage begin() {
        IndexPage first = query();
        cap = first.askedAt().orElse(Long.MIN_VALUE);
        if (first.askedAt().isEmpty()) {
            // Looked for after the page, the newest row could be newer than the page: so the page is read again.
            for (ListedUser newest : index.query(RowQuery.newest(sortedBy)).rows()) {
                cap = sortedBy.of(newest);
            }
            first = query();
        }
        return first;
    }

    private IndexPage query() {
        return index.query(RowQuery.since(sortedBy, at, limit));
    }

    private Optional<ChangePage> turn(IndexPage answer) {
        IndexPage page = filled(answer);
        List<ListedUser> rows = page.rows();
        PageCheck.ascendingFrom(sortedBy, at, rows);
        if (rows.isEmpty()) {
            done = true;
            return Optional.empty();
        }
        long last = sortedBy.of(rows.get(rows.size() - 1));
        if (!begun) {
            begun = true;
            cap = Math.max(cap, last);
        }
        if (page.isLast() || last > cap) {
            done = true;
        } else if (last > at) {
            at = last;
        } else {
            drain = new SameSecondReader(index, sortedBy, at, limit);
        }
        return Optional.of(new ChangePage(rows, cap));
    }

    /** Okta may answer with an empty page that has a next one. */
    private static IndexPage filled(IndexPage page) {
        IndexPage filled = page;
        while (filled.rows().isEmpty() && !filled.isLast()) {
            filled = filled.next().read();
        }
        return filled;
    }
}
