/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.Paging;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.paging.PageWalk;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.operation.ResultKind;
import io.github.camelokta.users.result.ResultReader.ListBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;

/** Writes the result of a request to the exchange, in the form that the endpoint asks for. */
public final class ResultWriter {
    private final ResultReader reader;
    private final ResultReader planReader;
    private final Paging paging;
    private final int maxResults;

    /**
     * @param outputClass the class to bind results to instead of maps; null for maps
     * @param maxResults the longest list that {@code paging=all} gathers
     */
    public ResultWriter(ObjectMapper mapper, ResultFormat format, Class<?> outputClass, Paging paging, int maxResults) {
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.planReader = ResultReaders.of(format, null, mapper);
        this.paging = paging;
        this.maxResults = maxResults;
    }

    /** Takes the headers of an earlier answer off the message. */
    public void clear(Message message) {
        ResponseHeaders.clear(message);
    }

    /** Sends the request; the body is changed only when a result is there. */
    public void write(OktaRequest request, OktaClient client, Exchange exchange) {
        if (request.operation().result() == ResultKind.LIST) {
            writeList(request, client, exchange);
        } else {
            write(request, client.send(request, CallContext.of(Priority.CALL)), exchange.getMessage());
        }
    }

    /** Writes an answer that is no list; the body is left where the call changed nothing. */
    public void write(OktaRequest request, OktaResponse response, Message message) {
        if (!response.isUnchanged()) {
            writeBody(request, response, message);
        }
        ResponseHeaders.write(response, message);
    }

    /** Writes what a dry run would send, in the endpoint's form. */
    public void writePlan(ArrayNode plan, Message message) {
        try {
            ListBody body = planReader.list();
            body.add(JsonBytes.of(plan.toString().getBytes(StandardCharsets.UTF_8)));
            message.setBody(body.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        message.setHeader(OktaUsersConstants.DRY_RUN, true);
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

    private void writeList(OktaRequest request, OktaClient client, Exchange exchange) {
        PageReader pages =
                new PageReader(request, new PageWalk(client, request, () -> CallContext.of(Priority.CALL)), reader);
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
