/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import io.github.camelokta.users.consumer.changes.RowQuery.SortedBy;
import io.github.camelokta.users.consumer.changes.UserIndex.IndexPage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scans the index in the order of a time from a second on, oldest first, until it is past its own beginning. Each page is the
 * first one of a new query: a cursor of Okta's over a result that moves can jump over users who never changed. Only within one
 * second, when it fills a page, are next links followed. A page never depends on what became of those before it, so pages may be
 * read ahead. Pages that are not what was asked for are refused: whoever was left out of them would be lost.
 */
public final class ChangeScanner {
    private final UserIndex index;
    private final SortedBy sortedBy;
    private final int limit;
    private final NewestChange newest;
    private long at;
    private long end = Long.MIN_VALUE;
    private long cap;
    private boolean begun;
    private boolean done;
    private SameSecondReader sameSecond;

    /**
     * A page of the scan; may be without users.
     *
     * @param cap epoch second that the watermark may not pass: the scan began then or later
     */
    public record ScannedPage(List<ListedUser> users, long cap) {}

    /** Scans by a time that is not compared with the clock. */
    public ChangeScanner(UserIndex index, SortedBy sortedBy, int limit, long from) {
        this(index, sortedBy, limit, from, new NewestChange());
    }

    /**
     * @param from epoch second
     * @param newest over all scans
     */
    ChangeScanner(UserIndex index, SortedBy sortedBy, int limit, long from, NewestChange newest) {
        this.index = index;
        this.sortedBy = sortedBy;
        this.limit = limit;
        this.at = from;
        this.newest = newest;
    }

    /**
     * Reads the next page; empty after the last one.
     *
     * @throws RuntimeException if it cannot be read, or is not what was asked for
     */
    public Optional<ScannedPage> next() {
        if (sameSecond != null && sameSecond.isDone()) {
            sameSecond = null;
            at++;
        }
        if (sameSecond != null) {
            return Optional.of(new ScannedPage(sameSecond.next(), cap));
        }
        return done ? Optional.empty() : turn(begun ? query() : begin());
    }

    private IndexPage begin() {
        IndexPage first = query();
        end = newest.reachedBy(first.at().minus(first.took()));
        cap = first.askedAt().orElse(Long.MIN_VALUE);
        if (first.askedAt().isEmpty()) {
            // Looked for after the page, the newest user could be newer than the page: so the page is read again.
            for (ListedUser newest : index.query(RowQuery.newest(sortedBy)).users()) {
                cap = sortedBy.of(newest);
            }
            first = query();
        }
        return first;
    }

    private IndexPage query() {
        return index.query(RowQuery.since(sortedBy, at, limit));
    }

    /**
     * After the last page: the epoch second up to which everything was read. Whoever is missing before it was changed less than the
     * index's delay before it. {@link Long#MIN_VALUE} if it is not known.
     */
    long end() {
        return Math.min(end, cap);
    }

    private Optional<ScannedPage> turn(IndexPage answer) {
        IndexPage page = withUsers(answer);
        List<ListedUser> users = page.users();
        requireAscending(users);
        users.forEach(user -> newest.read(sortedBy.of(user), page.at()));
        if (users.isEmpty()) {
            done = true;
            return Optional.empty();
        }
        long last = sortedBy.of(users.get(users.size() - 1));
        if (!begun) {
            begun = true;
            cap = Math.max(cap, last);
            end = Math.max(end, last);
        }
        if (page.isLast() || last > cap) {
            done = true;
        } else if (last > at) {
            at = last;
        } else {
            sameSecond = new SameSecondReader(index, sortedBy, at, limit);
        }
        return Optional.of(new ScannedPage(users, cap));
    }

    /** Okta may answer with an empty page that has a next one. */
    private static IndexPage withUsers(IndexPage page) {
        IndexPage filled = page;
        while (filled.users().isEmpty() && !filled.isLast()) {
            filled = filled.next().read();
        }
        return filled;
    }

    private void requireAscending(List<ListedUser> users) {
        long before = at;
        for (ListedUser user : users) {
            if (sortedBy.of(user) < at) {
                throw new IllegalStateException(
                        "Okta's answer holds users from before the time that the search asked for:"
                                + " something between here and Okta drops or changes the search");
            }
            if (sortedBy.of(user) < before) {
                throw new IllegalStateException("Okta's answer is not in the order of " + sortedBy.property()
                        + " that was asked for: nothing after it can be trusted");
            }
            before = sortedBy.of(user);
        }
    }

    /**
     * Reads all users of one second, in passes until two in a row saw the same ones: within a pass a user can be jumped over only
     * when one that was read already leaves the second, and the following pass shows that.
     */
    static final class SameSecondReader {
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
            for (ListedUser user : page.users()) {
                if (sortedBy.of(user) != second) {
                    throw new IllegalStateException(
                            "Okta's answer holds users of another second than the search asked for:"
                                    + " something between here and Okta drops or changes the search");
                }
                ids.add(user.id());
            }
            next = page.next();
            if (page.isLast()) {
                done = ids.equals(before);
                before = ids;
                ids = new HashSet<>();
            }
            return page.users();
        }
    }
}
