/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads as a prefetching consumer does: a page is taken when those behind it have been read. */
final class PagesReadAhead implements ChangePages {
    private final ChangePages pages;
    private final int ahead;
    private final Deque<ChangePage> read = new ArrayDeque<>();

    PagesReadAhead(ChangePages pages, int ahead) {
        this.pages = pages;
        this.ahead = ahead;
    }

    @Override
    public Optional<ChangePage> next() {
        while (read.size() <= ahead) {
            Optional<ChangePage> page = pages.next();
            if (page.isEmpty()) {
                break;
            }
            read.add(page.get());
        }
        return Optional.ofNullable(read.poll());
    }
}
