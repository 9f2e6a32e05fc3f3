/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.interceptor.DryRunInterceptor;
import io.github.camelokta.users.result.ResultWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A call that writes, up to the moment when it would be sent. What stands on the message for one use, such as
 * {@code If-Match}, is left there for the real call.
 *
 * @param guard stands in front of the pipeline, as it does in front of the real call
 */
public record DryRunCall(
        RequestBinder binder, OktaClient pipeline, UnaryOperator<OktaClient> guard, ResultWriter writer)
        implements Action {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        writer.clear(message);
        List<OktaRequest> planned = new ArrayList<>();
        guard.apply(new DryRunInterceptor(pipeline, planned::add))
                .send(binder.bind(message), CallContext.of(Priority.CALL));
        writer.writePlan(PlannedRequest.json(planned), message);
    }
}
