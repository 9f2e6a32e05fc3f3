/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Hands out what is on the pages of a listing, a page as a batch. Whether the last of a page is the last of all is known only
 * when the page after it has been read; where that fails, the last of the page still comes first, and the failure after it.
 */
public final class Listing {
    private final Pages pages;
    private final Queue<Object> batch = new ArrayDeque<>();
    private Page upcoming;
    private boolean upcomingKnown;
    private RuntimeException failure;

    /**
     * What is delivered.
     *
     * @param index its place on the page, from 0
     * @param batchSize the number of elements on the page
     * @param lastOfPage whether the page ends with it
     */
    public record Item(Object body, int index, int batchSize, boolean lastOfPage) {}

    public Listing(Pages pages) {
        this.pages = pages;
    }

    /**
     * The items of the current page that were not taken yet, or those of the next one; empty at the end.
     *
     * @throws RuntimeException why the next page could not be read
     */
    public Queue<Object> batch() {
        if (batch.isEmpty()) {
            lookAhead();
            if (failure != null) {
                throw failure;
            }
            turn();
        }
        return batch;
    }

    /** Whether the listing ends with this item, which was just taken, and was read whole. */
    public boolean endsWith(Item item) {
        if (item.lastOfPage()) {
            lookAhead();
        }
        return item.lastOfPage() && isDone();
    }

    /** Whether everything was taken. */
    public boolean isDone() {
        return batch.isEmpty() && upcomingKnown && upcoming == null && failure == null;
    }

    private void turn() {
        Page page = upcoming;
        if (page == null) {
            return;
        }
        int last = page.bodies().size() - 1;
        for (int i = 0; i <= last; i++) {
            batch.add(new Item(page.bodies().get(i), i, page.size(), i == last));
        }
        upcoming = null;
        upcomingKnown = false;
    }

    private void lookAhead() {
        if (upcomingKnown || failure != null) {
            return;
        }
        try {
            upcoming = nextWithContent();
            upcomingKnown = true;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Okta may answer with an empty page that has a next one. */
    private Page nextWithContent() {
        Optional<Page> next = pages.next();
        while (next.isPresent() && next.get().bodies().isEmpty()) {
            next = pages.next();
        }
        return next.orElse(null);
    }
}
