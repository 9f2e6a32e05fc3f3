/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.OktaUsersException;
import io.github.camelokta.users.Paging;
import io.github.camelokta.users.exchange.ResultReader.ListBody;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.PageWalk;
import io.github.camelokta.users.operation.ResultKind;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;

/** Sends a request and writes its result to the exchange, in the form that the endpoint asks for. */
public final class ResultWriter {
    private final OktaClient client;
    private final ResultReader reader;
    private final Paging paging;
    private final int maxResults;

    /**
     * @param outputClass the class to bind results to instead of maps; null for maps
     * @param maxResults the longest list that {@code paging=all} gathers
     */
    public ResultWriter(
            OktaClient client,
            ObjectMapper mapper,
            ResultFormat format,
            Class<?> outputClass,
            Paging paging,
            int maxResults) {
        this.client = client;
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.paging = paging;
        this.maxResults = maxResults;
    }

    /** Takes the headers of an earlier answer off the message. */
    public void clear(Message message) {
        ResponseHeaders.clear(message);
    }

    /** Sends the request; the body is changed only when a result is there. */
    public void write(OktaRequest request, Exchange exchange) {
        if (request.operation().result() == ResultKind.LIST) {
            writeList(request, exchange);
        } else {
            writeOne(request, exchange.getMessage());
        }
    }

    private void writeOne(OktaRequest request, Message message) {
        OktaResponse response = client.send(request);
        if (!response.isUnchanged()) {
            writeBody(request, response, message);
        }
        ResponseHeaders.write(response, message);
    }

    private void writeBody(OktaRequest request, OktaResponse response, Message message) {
        if (request.operation().result() == ResultKind.OBJECT) {
            message.setBody(
                    response.hasBody()
                            ? PageReader.readable(request, response, () -> reader.object(response.body()))
                            : null);
        } else if (!response.isSuccess()) {
            message.setBody(null);
        }
    }

    private void writeList(OktaRequest request, Exchange exchange) {
        PageReader pages = new PageReader(request, new PageWalk(client, request), reader);
        Object body =
                switch (paging) {
                    case all -> all(request, pages);
                    case page -> page(pages);
                    case stream -> stream(pages, exchange);
                };
        Message message = exchange.getMessage();
        message.setBody(pages.isMissing() ? null : body);
        ResponseHeaders.write(pages.last(), message);
        if (paging == Paging.page) {
            pages.nextAfter().ifPresent(after -> message.setHeader(OktaUsersConstants.NEXT_AFTER, after));
        }
    }

    private Object all(OktaRequest request, PageReader pages) {
        ListBody body = reader.list();
        while (pages.hasNext()) {
            if (pages.addTo(body) > maxResults) {
                throw OktaUsersException.of(
                                request.operation() + " failed: there are more than maxResults (" + maxResults
                                        + ") results; nothing was cut: raise maxResults, or read them with paging=stream or a"
                                        + " consumer")
                        .operation(request.operation().name())
                        .build();
            }
        }
        return body.body();
    }

    private Object page(PageReader pages) {
        ListBody body = reader.list();
        pages.addTo(body);
        return body.body();
    }

    private Object stream(PageReader pages, Exchange exchange) {
        ElementIterator elements = new ElementIterator(pages);
        // The first page is read now, so that a refusal fails this step of the route and not a later one.
        elements.hasNext();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                elements.close();
            }
        });
        return elements;
    }
}
