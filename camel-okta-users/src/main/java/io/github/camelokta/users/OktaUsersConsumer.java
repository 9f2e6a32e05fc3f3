/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.consumer.Listing;
import io.github.camelokta.users.consumer.PageDecoder;
import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.UnmadeBody;
import io.github.camelokta.users.http.OktaResponse;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Delivers everything that a query matches, at each poll anew. A poll that is cut short, by {@code maxMessagesPerPoll} or by a
 * suspension, is continued by the next one; a page is a batch.
 */
@ManagedResource(description = "Consumer of one of Okta's lists")
public class OktaUsersConsumer extends PagedConsumer {
    /** Exchanges of an asynchronous route outlive the poll; with so many unfinished ones the poll waits. */
    private static final int MOST_UNFINISHED = 1_000;

    private final AtomicInteger unfinished = new AtomicInteger();
    /** Knows nothing of a single exchange, and so serves all. */
    private final Synchronization whenDone = new SynchronizationAdapter() {
        @Override
        public void onDone(Exchange done) {
            if (unfinished.getAndDecrement() >= MOST_UNFINISHED) {
                synchronized (unfinished) {
                    unfinished.notifyAll();
                }
            }
            progress().completed();
        }

        @Override
        public void onFailure(Exchange failed) {
            super.onFailure(failed);
            getExceptionHandler().handleException("Error processing a user", failed, failed.getException());
        }
    };

    private PageDecoder decoder;
    private ReadAhead<OktaResponse> pages;
    private Listing listing;
    private Instant begun;
    private int delivered;

    public OktaUsersConsumer(OktaUsersEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doStart() throws Exception {
        decoder = ListingFactory.of(getEndpoint());
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        drop();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        delivered = 0;
        try {
            while (mayBeginBatch() && mayDeliver()) {
                Queue<Object> batch = current().batch();
                forceConsumerAsReady();
                if (batch.isEmpty()) {
                    break;
                }
                processBatch(batch);
            }
            Listing current = listing;
            if (current != null && current.isDone()) {
                progress().readToTheEnd(begun);
                drop();
            }
        } catch (RuntimeException e) {
            drop();
            throw e;
        } finally {
            pendingExchanges = 0;
        }
        return delivered;
    }

    /** Delivers what is left of a page, as far as this poll may. */
    @Override
    public int processBatch(Queue<Object> batch) {
        int before = delivered;
        // A stop drops the listing on another thread.
        Listing current = current();
        while (!batch.isEmpty() && mayDeliver()) {
            Object body = batch.poll();
            pendingExchanges = batch.size();
            delivered++;
            boolean lastOfAll = current.isAtEnd();
            deliver(body, current, batch.isEmpty(), lastOfAll);
        }
        return delivered - before;
    }

    private boolean mayDeliver() {
        return (maxMessagesPerPoll <= 0 || delivered < maxMessagesPerPoll) && hasRoom() && mayGoOn();
    }

    /** Waits as long as too many exchanges are unfinished. */
    private boolean hasRoom() {
        while (unfinished.get() >= MOST_UNFINISHED && mayGoOn()) {
            synchronized (unfinished) {
                try {
                    if (unfinished.get() >= MOST_UNFINISHED) {
                        unfinished.wait(100);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return unfinished.get() < MOST_UNFINISHED;
    }

    private Listing current() {
        if (listing == null) {
            begun = progress().now();
            ReadAhead<OktaResponse> reading = readAhead(decoder.begin(Math.max(1, prefetch())));
            listing = new Listing(() -> reading.next(decoder::decode));
            pages = reading;
        }
        return listing;
    }

    @Override
    Instant cursorTime() {
        return null;
    }

    @Override
    Integer waitingForRetry() {
        return null;
    }

    @Override
    public int getUnfinished() {
        return unfinished.get();
    }

    private void drop() {
        listing = null;
        if (pages != null) {
            pages.close();
            pages = null;
        }
    }

    private void deliver(Object body, Listing from, boolean lastOfBatch, boolean lastOfAll) {
        Exchange exchange = exchange(body, from.index(), from.batchSize(), lastOfBatch);
        if (lastOfAll) {
            exchange.getMessage().setHeader(OktaUsersConstants.LIST_COMPLETE, true);
        }
        unfinished.incrementAndGet();
        if (body instanceof UnmadeBody unmade) {
            send(exchange, unmade, whenDone);
        } else {
            send(exchange, whenDone);
        }
    }
}
