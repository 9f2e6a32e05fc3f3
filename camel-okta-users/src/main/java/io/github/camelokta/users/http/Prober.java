/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelokta.users.OktaUsersException;
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
final class Prober {
    private static final ObjectMapper JSON = OktaJson.mapper().build();

    private final OktaClient client;

    Prober(OktaClient client) {
        this.client = client;
    }

    /** False also where it cannot be told: the row has no probe, or what it reads is refused or no JSON. */
    boolean stands(OktaRequest request) {
        return request.operation().probe().map(probe -> stands(probe, request)).orElse(false);
    }

    private boolean stands(Probe probe, OktaRequest request) {
        try {
            return probe.stands(new Probed(request), read(probe, request));
        } catch (OktaUsersException | IOException e) {
            return false;
        }
    }

    private JsonNode read(Probe probe, OktaRequest request) throws IOException {
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
            return JSON.readTree(client.send(read).body());
        }
        ArrayNode elements = JSON.createArrayNode();
        for (PageWalk pages = new PageWalk(client, read); pages.hasNext(); ) {
            OktaResponse page = pages.read();
            JsonNode list = JSON.readTree(page.body());
            if (!list.isArray()) {
                // An empty answer proves nothing, least of all that a thing is gone.
                throw new IOException("no list");
            }
            list.forEach(elements::add);
            pages.advance(page);
        }
        return elements;
    }

    private record Probed(OktaRequest request) implements ProbedCall {
        @Override
        public String pathValue(OperationParam param) {
            return request.pathValue(param);
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
