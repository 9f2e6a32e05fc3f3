/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.RuntimeCamelException;

/** Reads pages on another thread, a fixed number ahead of who works on them. */
public final class PagesAhead implements Pages, AutoCloseable {
    private final Pages pages;
    private final int ahead;
    private final ExecutorService executor;
    private final Deque<Future<Optional<Page>>> reading = new ArrayDeque<>();

    /**
     * @param ahead 1 or more
     * @param executor runs what it is given in order, on one thread
     */
    public PagesAhead(Pages pages, int ahead, ExecutorService executor) {
        this.pages = pages;
        this.ahead = ahead;
        this.executor = executor;
    }

    @Override
    public Optional<Page> next() {
        readOn(1);
        Optional<Page> page = result(reading.poll());
        if (page.isPresent()) {
            readOn(ahead);
        }
        return page;
    }

    private void readOn(int count) {
        while (reading.size() < count) {
            reading.add(executor.submit(pages::next));
        }
    }

    private static Optional<Page> result(Future<Optional<Page>> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeCamelException("Interrupted while a page was read", e);
        } catch (ExecutionException e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e.getCause());
        }
    }

    /** Forgets what was read ahead; a read that is under way ends by itself. */
    @Override
    public void close() {
        reading.forEach(future -> future.cancel(false));
        reading.clear();
    }
}
