/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationName;
import io.github.camelokta.users.producer.Action;
import io.github.camelokta.users.result.ResultWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Calls the operation of its endpoint or, where that is allowed, the one that a header names. */
public class OktaUsersProducer extends DefaultProducer {
    /** Options that look like parameters and have no header. */
    private static final String[] OPTIONS = {
        "dryRun", "idempotent", "notFound", "deletePolicy", "paging", "resultFormat"
    };

    private static final String[] HEADERS = {
        OktaUsersConstants.DRY_RUN,
        "CamelOktaUsersIdempotent",
        "CamelOktaUsersNotFound",
        "CamelOktaUsersDeletePolicy",
        "CamelOktaUsersPaging",
        "CamelOktaUsersResultFormat"
    };

    private final Map<OktaUsersOperation, Action> others = new ConcurrentHashMap<>();
    private ActionFactory calls;
    private Action action;

    public OktaUsersProducer(OktaUsersEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        others.clear();
        calls = new ActionFactory(getEndpoint());
        action = getEndpoint().action();
        getEndpoint().getComponent().checkProducers(getEndpoint().settings());
    }

    @Override
    public OktaUsersEndpoint getEndpoint() {
        return (OktaUsersEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) {
        refuseOptions(exchange);
        actionFor(exchange.getMessage()).process(exchange);
    }

    /** Silence would let a message be taken for a dry run that is none. */
    private static void refuseOptions(Exchange exchange) {
        Message message = exchange.getMessage();
        if (!message.hasHeaders()) {
            return;
        }
        for (int i = 0; i < HEADERS.length; i++) {
            Object value = message.getHeader(HEADERS[i]);
            if (value != null && !ResultWriter.isOfPlan(HEADERS[i], value, exchange)) {
                throw new IllegalArgumentException(
                        "Header " + HEADERS[i] + " is no parameter and would change nothing: set" + " the option "
                                + OPTIONS[i] + " on the endpoint, and remove the header");
            }
        }
    }

    private Action actionFor(Message message) {
        if (action != null) {
            return action;
        }
        String named = message.getHeader(OktaUsersConstants.OPERATION, String.class);
        OktaUsersOperation operation = named == null ? getEndpoint().operation() : OperationName.resolveRow(named);
        return others.computeIfAbsent(operation, calls::create);
    }
}
