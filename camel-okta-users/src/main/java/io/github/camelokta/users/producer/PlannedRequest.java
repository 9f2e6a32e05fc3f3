/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.PercentEncoder;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Shows people a request that would go out: everything but the authorization, with secrets masked. */
public final class PlannedRequest {
    /** Stands in a path for the id that Okta is going to give a user. */
    public static final String NEW_USER = "{userId}";

    private static final ObjectMapper JSON = OktaJson.mapper();
    private static final String ENCODED_NEW_USER = PercentEncoder.encode(NEW_USER);

    private PlannedRequest() {}

    /** {@code operation}, {@code method}, {@code path} with the query and, where there are any, {@code headers} and {@code body}. */
    public static ObjectNode json(OktaRequest request) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("operation", request.operation().name())
                .put("method", request.method().name())
                .put("path", request.target().replace(ENCODED_NEW_USER, NEW_USER));
        if (!request.headers().isEmpty()) {
            ObjectNode headers = json.putObject("headers");
            request.headers().forEach(headers::put);
        }
        if (request.body() != null) {
            json.set("body", SecretFields.masked(request.operation(), body(request)));
        }
        return json;
    }

    /** The requests of a plan, in their order. */
    public static ArrayNode json(List<OktaRequest> requests) {
        ArrayNode plan = JsonNodeFactory.instance.arrayNode();
        requests.forEach(request -> plan.add(json(request)));
        return plan;
    }

    private static JsonNode body(OktaRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
