/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.consumer.PollProgress;
import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.UnmadeBody;
import io.github.camelokta.users.observe.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.EmptyAsyncCallback;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * A consumer of lists: a page is a batch, the pages after it are read on a thread of their own, and an exchange may complete
 * after the poll that sent it.
 */
public abstract class PagedConsumer extends ScheduledBatchPollingConsumer {
    private volatile ExecutorService reader;
    private volatile PollProgress progress;

    PagedConsumer(OktaUsersEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        setMaxMessagesPerPoll(endpoint.getConfiguration().getMaxMessagesPerPoll());
    }

    @Override
    public OktaUsersEndpoint getEndpoint() {
        return (OktaUsersEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        Observation observation = getEndpoint().getComponent().observation();
        progress = new PollProgress(observation.clock());
        if (prefetch() > 0) {
            reader = getEndpoint()
                    .getCamelContext()
                    .getExecutorServiceManager()
                    .newSingleThreadExecutor(this, "OktaUsersReader");
        }
        super.doStart();
        observation.started(this);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        getEndpoint().getComponent().observation().stopped(this);
        if (reader != null) {
            // A poll may still wait for a read that was not begun.
            getEndpoint()
                    .getCamelContext()
                    .getExecutorServiceManager()
                    .shutdownNow(reader)
                    .forEach(unread -> ((Future<?>) unread).cancel(true));
            reader = null;
        }
    }

    /** How many pages are read ahead; 0 for none. */
    final int prefetch() {
        return getEndpoint().getConfiguration().getPrefetch();
    }

    /** Reads pages ahead, on one thread, and counts them. */
    final <T> ReadAhead<T> readAhead(Supplier<Optional<T>> pages) {
        Supplier<Optional<T>> counted = () -> {
            Optional<T> page = pages.get();
            page.ifPresent(read -> progress.pageRead());
            return page;
        };
        return new ReadAhead<>(counted, prefetch(), reader);
    }

    /** Whether another batch may be begun: the consumer is neither to stop nor to pause. */
    final boolean mayBeginBatch() {
        return isBatchAllowed() && isPollAllowed() && shutdownRunningTask == null;
    }

    /** Whether the batch at hand may go on: as long as another may be begun, and with CompleteAllTasks until its end. */
    final boolean mayGoOn() {
        return isBatchAllowed() && (isPollAllowed() || shutdownRunningTask == ShutdownRunningTask.CompleteAllTasks);
    }

    /** What a stop waits for: what is in flight, and with CompleteAllTasks the rest of the batch. */
    @Override
    public int getPendingExchangesSize() {
        return super.getPendingExchangesSize() + getUnfinished();
    }

    /** An exchange at its place in a batch. */
    final Exchange exchange(Object body, int index, Integer batchSize, boolean lastOfBatch) {
        Exchange exchange = createExchange(true);
        exchange.getMessage().setBody(body);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, batchSize);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, lastOfBatch);
        return exchange;
    }

    /** Sends an exchange into the route, which may go on with it after this returns. */
    final void send(Exchange exchange, Synchronization whenDone) {
        progress.handedOut();
        exchange.getExchangeExtension().addOnCompletion(whenDone);
        getAsyncProcessor().process(exchange, EmptyAsyncCallback.get());
    }

    /**
     * Sends an exchange of which no body could be made, so that the route's error handler deals with it. It is not tried again
     * before the route ends: another try would find the same.
     */
    final void send(Exchange exchange, UnmadeBody unmade, Synchronization whenDone) {
        OktaUsersException cause = OktaUsersException.of(getEndpoint().getOperation()
                        + " delivered something of which no body could be made: " + unmade.reason())
                .operation(getEndpoint().getOperation())
                .build();
        exchange.getMessage().setBody(new String(unmade.json(), StandardCharsets.UTF_8));
        exchange.setException(cause);
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, cause);
        exchange.setProperty(ExchangePropertyKey.FAILURE_ENDPOINT, getEndpoint().getEndpointUri());
        exchange.getExchangeExtension().setRedeliveryExhausted(true);
        send(exchange, whenDone);
    }

    final PollProgress progress() {
        return progress;
    }

    /** The route's id; the operation where there is no route. */
    final String shownAs() {
        return getRouteId() == null ? getEndpoint().getOperation() : getRouteId();
    }

    /** The change up to which everything is done; null where there is none. */
    abstract Instant cursorTime();

    /** Users that wait for another try; null where none are kept. */
    abstract Integer waitingForRetry();

    final Snapshot.Consumer snapshot() {
        return new Snapshot.Consumer(
                shownAs(),
                getEndpoint().getOperation(),
                getEndpoint().getConfiguration().getMode().name(),
                cursorTime(),
                progress.caughtUp(),
                progress.lag(),
                progress.pages(),
                progress.exchanges(),
                getUnfinished(),
                waitingForRetry());
    }

    @ManagedAttribute(description = "The change up to which everything is done, with mode=changes")
    public String getCursor() {
        return Objects.toString(cursorTime(), null);
    }

    @ManagedAttribute(description = "Milliseconds since the last poll began that read to the end, or since the start")
    public long getCursorLag() {
        return progress.lag().toMillis();
    }

    @ManagedAttribute(description = "Pages read since the start")
    public long getPagesRead() {
        return progress.pages();
    }

    @ManagedAttribute(description = "Exchanges handed to the route since the start")
    public long getExchangesHandedOut() {
        return progress.exchanges();
    }

    @ManagedAttribute(description = "What was handed out and is not finished")
    public abstract int getUnfinished();

    @ManagedAttribute(description = "Users that wait for another try, with mode=changes")
    public Integer getFailedUsers() {
        return waitingForRetry();
    }
}
