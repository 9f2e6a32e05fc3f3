/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.Paging;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.http.paging.PageIterator.PageMapper;
import io.github.camelokta.users.operation.ResultKind;
import io.github.camelokta.users.result.ElementIterator;
import io.github.camelokta.users.result.ResultReader.ListBody;
import io.github.camelokta.users.result.ResultWriter;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * One operation on one endpoint: binds a message, sends, has the result written.
 *
 * @param clients gives the way to Okta for an exchange
 * @param maxResults the longest list that {@code paging=all} gathers
 */
public record Call(
        RequestBinder binder,
        Function<Exchange, OktaClient> clients,
        ResultWriter writer,
        Paging paging,
        int maxResults)
        implements Action {
    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        writer.clear(message);
        OktaRequest request = binder.bind(message);
        OktaClient client = clients.apply(exchange);
        if (request.operation().result() == ResultKind.LIST) {
            new Listing(request, client).process(exchange);
        } else {
            Object[] body = new Object[1];
            CallContext context = CallContext.of(Priority.CALL)
                    .reading(success -> body[0] = writer.reader().result(request.operation(), success));
            OktaResponse response = client.send(request, context);
            writer.write(request.operation(), response, body[0], message);
        }
        binder.consume(message);
    }

    /** The body is changed only when the result is there. */
    private final class Listing {
        private final OktaRequest first;
        private final OktaClient client;
        private OktaResponse last;

        Listing(OktaRequest first, OktaClient client) {
            this.first = first;
            this.client = client;
        }

        void process(Exchange exchange) {
            String[] nextAfter = new String[1];
            Object body =
                    switch (paging) {
                        case all -> all();
                        case page -> page(nextAfter);
                        case stream -> stream(exchange);
                    };
            writer.writeList(body, last, nextAfter[0], exchange.getMessage());
        }

        /** A 404 that the endpoint takes for an empty result has no page. */
        private <T> PageIterator<T> pages(T empty, PageMapper<T> mapper) {
            return new PageIterator<>(
                            client,
                            first,
                            () -> CallContext.of(Priority.CALL),
                            page -> page.isSuccess() ? mapper.map(page) : empty)
                    .onPage(page -> last = page);
        }

        private Object all() {
            ListBody body = writer.reader().list();
            pages(0, page -> body.add(page.page())).forEachRemaining(this::requireFewEnough);
            return body.body();
        }

        private void requireFewEnough(int size) {
            if (size > maxResults) {
                throw OktaUsersException.of(first.operation() + " failed: there are more than maxResults (" + maxResults
                                + ") results; nothing was cut: raise maxResults, or read them with paging=stream or a"
                                + " consumer")
                        .operation(first.operation().name())
                        .build();
            }
        }

        private Object page(String[] nextAfter) {
            ListBody body = writer.reader().list();
            PageIterator<Integer> pages = pages(0, page -> body.add(page.page()));
            pages.next();
            nextAfter[0] = pages.nextAfter().orElse(null);
            return body.body();
        }

        private Object stream(Exchange exchange) {
            ElementIterator elements =
                    new ElementIterator(pages(List.of(), page -> writer.reader().elements(page.page())));
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
}
