/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.routes;

import io.github.camelokta.benchmarks.worker.Subject;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A subject whose calls go through the routes {@code direct:get} and {@code direct:suspend}. */
public abstract class RouteSubject implements Subject {
    protected final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;

    protected final void start(RoutesBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
        template = camel.createProducerTemplate();
    }

    /** Puts the user's id where the routes look for it. */
    protected abstract void address(Exchange exchange, String id);

    /** The body that a route ends with. */
    protected final Object call(String route, String id) throws Exception {
        Exchange exchange = template.send(camel.getEndpoint(route), it -> address(it, id));
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody();
    }

    @Override
    public final Object get(String id) throws Exception {
        return call("direct:get", id);
    }

    @Override
    public final void suspend(String id) throws Exception {
        call("direct:suspend", id);
    }
}
