/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.OktaRateLimitException;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Looks at the user before a DELETE, because Okta's DELETE deactivates a user and the second one, with the same 204, erases
 * the user for ever.
 */
public final class DeleteInterceptor implements OktaClient {
    private static final String DEPROVISIONED = "DEPROVISIONED";
    private static final ObjectMapper JSON = OktaJson.mapper();

    private final boolean deletes;
    private final OktaClient next;

    /**
     * @param deletes true: a DELETE is sent only for a user seen as DEPROVISIONED, whom it erases; false: only for one seen
     *     in another status, whom it deactivates
     */
    public DeleteInterceptor(boolean deletes, OktaClient next) {
        this.deletes = deletes;
        this.next = next;
    }

    @Override
    public OktaResponse send(OktaRequest request, CallContext context) {
        String id = request.pathValue(OperationParam.userId);
        JsonNode user = look(request, id, context);
        String status = text(user, "status");
        if (!text(user, "id").equals(id) || status.isEmpty()) {
            throw refused(request, "the user who was looked at cannot be told").build();
        }
        if (deletes && !status.equals(DEPROVISIONED)) {
            throw refused(
                            request,
                            "the user is " + status + " and deletePolicy=delete erases DEPROVISIONED users alone")
                    .build();
        }
        // Okta deactivates some users in the background: a DELETE that comes after its end would erase the user.
        boolean done = status.equals(DEPROVISIONED)
                || text(user, "transitioningToStatus").equals(DEPROVISIONED);
        return !deletes && done ? OktaResponse.unchanged() : next.send(request, context);
    }

    private JsonNode look(OktaRequest request, String id, CallContext context) {
        OktaRequest get = OktaRequest.of(OktaUsersOperation.get, request.org(), List.of(id), "", Map.of(), null);
        try {
            return read(next.send(get, context.anotherCall()));
        } catch (OktaUsersException e) {
            // Not chained: Camel looks an exception up by its class from the innermost cause, and would find the
            // look's.
            throw refused(request, e.getMessage())
                    .status(e.getStatusCode())
                    .error(e.getErrorCode(), e.getErrorSummary(), e.getErrorCauses(), e.getErrorId())
                    .requestId(e.getRequestId())
                    .retryAt(e instanceof OktaRateLimitException limit ? limit.getRetryAt() : null)
                    .cause(e.getCause())
                    .build();
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).isTextual() ? json.path(field).asText() : "";
    }

    private static JsonNode read(OktaResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static OktaUsersException.Builder refused(OktaRequest request, String why) {
        return OktaUsersException.of(request.operation() + " refused: " + why + "; no DELETE was sent")
                .operation(request.operation().name());
    }
}
