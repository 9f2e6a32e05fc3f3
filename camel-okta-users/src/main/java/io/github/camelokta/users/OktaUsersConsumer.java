/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.consumer.Listing;
import io.github.camelokta.users.consumer.RawPage;
import io.github.camelokta.users.consumer.ReadAhead;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Delivers everything that a query matches, at each poll anew. A poll that is cut short, by {@code maxMessagesPerPoll} or by a
 * suspension, is gone on with by the next one; a page is a batch.
 */
@ManagedResource(description = "Consumer of a list of Okta's")
public class OktaUsersConsumer extends PagedConsumer {
    /** Exchanges of an asynchronous route outlive the poll; with so many unfinished ones nothing more is read. */
    private static final int MOST_UNFINISHED = 1_000;

    private final AtomicInteger unfinished = new AtomicInteger();
    /** Knows nothing of a single exchange, and so serves all. */
    private final Synchronization whenDone = new SynchronizationAdapter() {
        @Override
        public void onDone(Exchange done) {
            unfinished.decrementAndGet();
        }

        @Override
        public void onFailure(Exchange failed) {
            super.onFailure(failed);
            getExceptionHandler().handleException("Error processing a user", failed, failed.getException());
        }
    };

    private ListingFactory listings;
    private ReadAhead<RawPage> ahead;
    private Listing listing;
    private Instant begun;
    private int delivered;

    public OktaUsersConsumer(OktaUsersEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doStart() throws Exception {
        listings = new ListingFactory(getEndpoint());
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
            while (mayDeliver()) {
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
            deliver(exchange(body, current.index(), current.batchSize(), batch.isEmpty()), lastOfAll);
        }
        return delivered - before;
    }

    private boolean mayDeliver() {
        return mayGoOn()
                && (maxMessagesPerPoll <= 0 || delivered < maxMessagesPerPoll)
                && unfinished.get() < MOST_UNFINISHED;
    }

    private Listing current() {
        if (listing == null) {
            begun = progress().now();
            Supplier<Optional<RawPage>> pages = counted(listings.begin(Math.max(1, prefetch())));
            if (reader() == null) {
                listing = new Listing(() -> pages.get().map(RawPage::cut));
            } else {
                ReadAhead<RawPage> reading = new ReadAhead<>(pages, prefetch(), reader());
                listing = new Listing(() -> reading.next(RawPage::cut));
                ahead = reading;
            }
        }
        return listing;
    }

    private Supplier<Optional<RawPage>> counted(Supplier<Optional<RawPage>> pages) {
        return () -> {
            Optional<RawPage> page = pages.get();
            page.ifPresent(read -> progress().pageRead());
            return page;
        };
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
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }

    private void deliver(Exchange exchange, boolean lastOfAll) {
        if (lastOfAll) {
            exchange.getMessage().setHeader(OktaUsersConstants.LIST_COMPLETE, true);
        }
        unfinished.incrementAndGet();
        send(exchange, whenDone);
    }
}
