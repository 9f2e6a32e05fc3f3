/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Hands out what is on the pages of a listing, a page as a batch. Whether the last of a page is the last of all is known only
 * when the page after it has been read; where that fails, the last of the page still comes first, and the failure after it.
 */
public final class Listing {
    private final Supplier<Optional<BodyPage>> pages;
    private final Queue<Object> batch = new ArrayDeque<>();
    /** Boxed once for all of a page: each exchange holds it. */
    private Integer batchSize = 0;

    private int bodies;
    private BodyPage upcoming;
    private boolean upcomingKnown;
    private RuntimeException failure;

    /**
     * A page, decoded into the bodies that are delivered.
     *
     * @param bodies one for each element, or one for the whole page
     * @param size the number of elements
     */
    public record BodyPage(List<Object> bodies, int size) {}

    /** @param pages reads the next page; empty after the last one, however often it is asked */
    public Listing(Supplier<Optional<BodyPage>> pages) {
        this.pages = pages;
    }

    /**
     * The bodies of the current page that were not taken yet, or those of the next one; empty at the end.
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

    /** The number of elements on the current page. */
    public Integer batchSize() {
        return batchSize;
    }

    /** The place on the current page of the body that was just taken, from 0. */
    public int index() {
        return bodies - batch.size() - 1;
    }

    /** Whether the listing ends with the body that was just taken, and was read whole. */
    public boolean isAtEnd() {
        if (batch.isEmpty()) {
            lookAhead();
        }
        return isDone();
    }

    /** Whether everything was taken. */
    public boolean isDone() {
        return batch.isEmpty() && upcomingKnown && upcoming == null && failure == null;
    }

    private void turn() {
        if (upcoming == null) {
            return;
        }
        batchSize = upcoming.size();
        // Not the page itself: who is delivered need not stay in memory.
        bodies = upcoming.bodies().size();
        batch.addAll(upcoming.bodies());
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
    private BodyPage nextWithContent() {
        Optional<BodyPage> next = pages.get();
        while (next.isPresent() && next.get().bodies().isEmpty()) {
            next = pages.get();
        }
        return next.orElse(null);
    }
}
