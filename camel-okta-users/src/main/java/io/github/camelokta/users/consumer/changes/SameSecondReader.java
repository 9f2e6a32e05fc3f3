/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads all users of one second, in passes until two in a row saw the same ones: within a pass a user can be jumped over only
 * when one that was read already leaves the second, and the following pass shows that.
 */
final class SameSecondReader {
    private final UserIndex index;
    private final SortedBy sortedBy;
    private final long second;
    private final int limit;
    private Set<String> before;
    private Set<String> ids = new HashSet<>();
    private IndexPage.Next next;
    private boolean done;

    SameSecondReader(UserIndex index, SortedBy sortedBy, long second, int limit) {
        this.index = index;
        this.sortedBy = sortedBy;
        this.second = second;
        this.limit = limit;
    }

    boolean isDone() {
        return done;
    }

    /** The users of the next page of a pass. */
    List<ListedUser> next() {
        IndexPage page = next == null ? index.query(RowQuery.exactly(sortedBy, second, limit)) : next.read();
        PageCheck.within(sortedBy, second, page.rows());
        for (ListedUser row : page.rows()) {
            ids.add(row.id());
        }
        next = page.next();
        if (page.isLast()) {
            done = ids.equals(before);
            before = ids;
            ids = new HashSet<>();
        }
        return page.rows();
    }
}
