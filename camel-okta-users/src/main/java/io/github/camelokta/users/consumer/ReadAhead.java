/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads pages on another thread, a fixed number ahead of the work on them; or each when it is asked for. Pages are taken on one thread; {@link #close} may
 * come from any.
 */
public final class ReadAhead<T> implements AutoCloseable {
    private final Supplier<Optional<T>> pages;
    private final int ahead;
    private final ExecutorService executor;
    private final Queue<Future<Optional<T>>> reading = new ConcurrentLinkedQueue<>();

    /**
     * @param pages reads the next page; empty after the last one
     * @param ahead how many pages are read ahead; 0 for none
     * @param executor runs what it is given in order, on one thread; null where nothing is read ahead
     */
    public ReadAhead(Supplier<Optional<T>> pages, int ahead, ExecutorService executor) {
        this.pages = pages;
        this.ahead = ahead;
        this.executor = executor;
    }

    /**
     * The next page; empty after the last one.
     *
     * @throws RuntimeException why it could not be read, or that nothing is read any more
     */
    public Optional<T> next() {
        return next(page -> page);
    }

    /**
     * What is made of the next page, before another one is read in its place; empty after the last one.
     *
     * @param opener gets the page; never gives null
     * @throws RuntimeException why it could not be read or opened, or that nothing is read any more
     */
    public <U> Optional<U> next(Function<? super T, U> opener) {
        if (ahead == 0) {
            return pages.get().map(opener);
        }
        readOn(1);
        Optional<U> page = result(reading.remove()).map(opener);
        if (page.isPresent()) {
            readOn(ahead);
        }
        return page;
    }

    private void readOn(int count) {
        while (reading.size() < count) {
            reading.add(executor.submit(pages::get));
        }
    }

    private static <T> T result(Future<T> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a page was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Forgets what was read ahead, and interrupts a read that is under way. */
    @Override
    public void close() {
        reading.forEach(future -> future.cancel(true));
        reading.clear();
    }
}
