/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.PercentEncoder;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Message;

/** Makes the request of one operation from a message. What row and endpoint determine is computed once, here. */
public final class RequestBinder {
    private final OktaUsersOperation operation;
    private final OrgUrl org;
    private final List<ParameterBinder> path;
    private final List<ParameterBinder> query;
    private final BodyBinder body;

    /**
     * @param options the values of the endpoint's options; null where one is not set
     * @throws IllegalArgumentException if an option's value cannot be sent
     */
    public RequestBinder(
            OktaUsersOperation operation, OrgUrl org, Function<OperationParam, Object> options, ObjectMapper mapper) {
        this.operation = operation;
        this.org = org;
        this.path = binders(operation.pathParams(), options);
        this.query = binders(operation.queryParams(), options);
        this.body = operation
                .body()
                .map(type -> new BodyBinder(operation.name(), type, mapper))
                .orElse(null);
    }

    private List<ParameterBinder> binders(List<OperationParam> params, Function<OperationParam, Object> options) {
        return params.stream()
                .map(param -> new ParameterBinder(operation, param, options.apply(param)))
                .toList();
    }

    /**
     * @throws IllegalArgumentException if a value is missing or cannot be sent; the sentence names it and the remedy
     */
    public OktaRequest bind(Message message) {
        List<String> values = new ArrayList<>(path.size());
        for (ParameterBinder binder : path) {
            values.add(binder.valueIn(message));
        }
        return OktaRequest.of(
                operation, org, values, query(message), headers(message), body == null ? null : body.bind(message));
    }

    /** Takes off the message what must not be used a second time. Not before success: a redelivery needs it again. */
    public void consume(Message message) {
        if (operation.conditional()) {
            message.removeHeader(OktaUsersConstants.IF_MATCH);
        }
        if (operation.takes(OperationParam.after)) {
            message.removeHeader(OktaUsersConstants.AFTER);
        }
    }

    private CharSequence query(Message message) {
        StringBuilder text = new StringBuilder();
        for (ParameterBinder binder : query) {
            String value = binder.valueIn(message);
            if (value != null) {
                text.append(text.isEmpty() ? "" : "&")
                        .append(binder.param())
                        .append('=')
                        .append(PercentEncoder.encode(value));
            }
        }
        return text;
    }

    private Map<String, String> headers(Message message) {
        if (!operation.conditional()) {
            return Map.of();
        }
        String etag = message.getHeader(OktaUsersConstants.IF_MATCH, String.class);
        return etag == null || etag.isBlank() ? Map.of() : Map.of(OktaRequest.IF_MATCH, etag);
    }
}
