/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Probe;
import io.github.camelokta.users.operation.ProbedCall;
import io.github.camelokta.users.operation.ResultKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Finds out, by reading, whether the effect of a call stands already. */
final class EffectVerifier {
    private static final ObjectMapper JSON = OktaJson.mapper();

    private final OktaClient client;

    EffectVerifier(OktaClient client) {
        this.client = client;
    }

    /** What a look came to. */
    enum Finding {
        STANDS,
        ABSENT,
        /** The row has no probe, or what it reads is refused or no JSON. */
        UNKNOWN
    }

    /**
     * A finding, and where it is that the effect stands what Okta's answer to the call must have been.
     *
     * @param lostAnswer null if that cannot be told
     */
    record Look(Finding finding, JsonNode lostAnswer) {
        private static final Look ABSENT = new Look(Finding.ABSENT, null);
        private static final Look UNKNOWN = new Look(Finding.UNKNOWN, null);
    }

    boolean stands(OktaRequest request, CallContext context) {
        return look(request, context).finding() == Finding.STANDS;
    }

    /** Looks with the call's priority and within its time budget. */
    Look look(OktaRequest request, CallContext context) {
        return request.operation()
                .probe()
                .map(probe -> look(probe, request, context))
                .orElse(Look.UNKNOWN);
    }

    private Look look(Probe probe, OktaRequest request, CallContext context) {
        try {
            ProbedCall call = new Probed(request);
            JsonNode read = read(probe, request, context);
            return probe.stands(call, read) ? new Look(Finding.STANDS, probe.lostAnswer(call, read)) : Look.ABSENT;
        } catch (OktaUsersException | IOException e) {
            return Look.UNKNOWN;
        }
    }

    private JsonNode read(Probe probe, OktaRequest request, CallContext context) throws IOException {
        OktaUsersOperation row = probe.reads();
        List<String> values = row.pathParams().stream()
                .map(param -> request.pathValue(probe.source(param)))
                .toList();
        OktaRequest read = OktaRequest.of(
                row,
                request.org(),
                values,
                row.paged() ? "limit=" + OktaUsersOperation.LARGEST_PAGE : "",
                Map.of(),
                null);
        if (row.result() == ResultKind.OBJECT) {
            JsonNode object =
                    JSON.readTree(client.send(read, context.anotherCall()).body());
            if (!object.isObject()) {
                throw new IOException("no object");
            }
            return object;
        }
        ArrayNode elements = JSON.createArrayNode();
        new PageIterator<>(client, read, context::anotherCall, page -> list(JSON.readTree(page.body())))
                .forEachRemaining(elements::addAll);
        return elements;
    }

    /** An empty answer proves nothing, least of all that a thing is gone. */
    private static ArrayNode list(JsonNode page) throws IOException {
        if (page instanceof ArrayNode list) {
            return list;
        }
        throw new IOException("no list");
    }

    private record Probed(OktaRequest request) implements ProbedCall {
        @Override
        public String pathValue(OperationParam param) {
            return request.pathValue(param);
        }

        @Override
        public String queryValue(OperationParam param) {
            return request.queryValue(param);
        }

        @Override
        public JsonNode bodyAsJson() {
            try {
                return request.body() == null ? JSON.missingNode() : JSON.readTree(request.body());
            } catch (IOException e) {
                return JSON.missingNode();
            }
        }
    }
}
