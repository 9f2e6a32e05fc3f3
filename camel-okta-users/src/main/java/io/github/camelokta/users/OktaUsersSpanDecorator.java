/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/** Tells the operation, the status and the number of attempts in the spans of our endpoints. */
public final class OktaUsersSpanDecorator extends AbstractSpanDecorator {
    static final String OPERATION = "okta.operation";
    static final String ATTEMPTS = "okta.attempts";
    static final String ERROR_CODE = "okta.error.code";
    private static final Set<Object> NAMES =
            Arrays.stream(OktaUsersOperation.values()).map(Enum::name).collect(Collectors.toSet());

    /** Holds the span of the call that is under way: at its end a consumer's span looks the same as a producer's. */
    private static final String CALLING = "CamelOktaUsersSpan";

    @Override
    public String getComponent() {
        return "okta-users";
    }

    @Override
    public String getComponentClassName() {
        return "io.github.camelokta.users.OktaUsersComponent";
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return getComponent() + ":" + operation(exchange, (OktaUsersEndpoint) endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        span.setTag(OPERATION, operation(exchange, (OktaUsersEndpoint) endpoint));
        // A template's exchange comes from the endpoint that it is sent to, but from no route.
        boolean received = exchange.getFromEndpoint() == endpoint && exchange.getFromRouteId() != null;
        if (!received) {
            exchange.setProperty(CALLING, span);
        }
    }

    private static String operation(Exchange exchange, OktaUsersEndpoint endpoint) {
        String named = endpoint.getConfiguration().isAllowOperationHeader()
                ? exchange.getMessage().getHeader(OktaUsersConstants.OPERATION, String.class)
                : null;
        // A name that is none is refused by the producer; here it would only be one more name of spans.
        return NAMES.contains(named) ? named : endpoint.getOperation();
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        if (exchange.getProperty(CALLING) != span) {
            return;
        }
        exchange.removeProperty(CALLING);
        OktaUsersException failure = exchange.getException(OktaUsersException.class);
        if (failure != null) {
            tag(span, TagConstants.HTTP_STATUS, failure.getStatusCode() == 0 ? null : failure.getStatusCode());
            tag(span, ATTEMPTS, failure.getAttempts());
            tag(span, ERROR_CODE, failure.getErrorCode());
        } else if (!exchange.isFailed()) {
            tag(span, TagConstants.HTTP_STATUS, exchange.getMessage().getHeader(OktaUsersConstants.STATUS_CODE));
            tag(span, ATTEMPTS, exchange.getMessage().getHeader(OktaUsersConstants.ATTEMPTS, 1));
        }
    }

    private static void tag(Span span, String name, Object value) {
        if (value != null) {
            span.setTag(name, value.toString());
        }
    }
}
