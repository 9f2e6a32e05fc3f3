/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.result.ResultWriter;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One operation on one endpoint: binds a message, sends, writes the result.
 *
 * @param clients gives the way to Okta for an exchange
 */
public record Call(RequestBinder binder, Function<Exchange, OktaClient> clients, ResultWriter writer)
        implements Action {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        writer.clear(message);
        OktaRequest request = binder.bind(message);
        writer.write(request, clients.apply(exchange), exchange);
        binder.consume(message);
    }
}
