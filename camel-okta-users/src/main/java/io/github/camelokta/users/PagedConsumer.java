/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.EmptyAsyncCallback;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/** What the consumers of lists have in common: a page is a batch, and an exchange is sent off and completes when it may. */
abstract class PagedConsumer extends ScheduledBatchPollingConsumer {

    PagedConsumer(OktaUsersEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        setMaxMessagesPerPoll(endpoint.getConfiguration().getMaxMessagesPerPoll());
    }

    @Override
    public OktaUsersEndpoint getEndpoint() {
        return (OktaUsersEndpoint) super.getEndpoint();
    }

    /** Whether the consumer is neither to stop nor to pause. */
    final boolean mayGoOn() {
        return isBatchAllowed() && isPollAllowed();
    }

    /** An exchange at its place in a batch. */
    final Exchange exchange(Object body, int index, int batchSize, boolean lastOfBatch) {
        Exchange exchange = createExchange(true);
        exchange.getMessage().setBody(body);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, batchSize);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, lastOfBatch);
        return exchange;
    }

    /** Sends an exchange into the route, which may go on with it after this returns. */
    final void send(Exchange exchange, Synchronization whenDone) {
        exchange.getExchangeExtension().addOnCompletion(whenDone);
        getAsyncProcessor().process(exchange, EmptyAsyncCallback.get());
    }
}
