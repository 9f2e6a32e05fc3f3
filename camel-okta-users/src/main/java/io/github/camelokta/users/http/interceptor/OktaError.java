/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of an error answer.
 *
 * @param code such as {@code E0000007}; the only part meant for programs; null if the body is not Okta's
 * @param summary for people; may repeat what the caller sent; null if the body is not Okta's
 * @param causes the summaries of the causes
 * @param id Okta's id of this error; null if the body has none
 */
record OktaError(String code, String summary, List<String> causes, String id) {
    private static final ObjectMapper JSON = OktaJson.mapper();

    /** Reads a body of any kind: what is not Okta's, a gateway's page for example, gives an error without a code. */
    static OktaError parse(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException e) {
            json = null;
        }
        if (json == null || !json.isObject()) {
            return new OktaError(null, null, List.of(), null);
        }
        List<String> causes = new ArrayList<>();
        for (JsonNode cause : json.path("errorCauses")) {
            String summary = text(cause, "errorSummary");
            if (summary != null && !summary.isBlank()) {
                causes.add(summary);
            }
        }
        return new OktaError(
                text(json, "errorCode"), text(json, "errorSummary"), List.copyOf(causes), text(json, "errorId"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).isTextual() ? json.path(field).asText() : null;
    }
}
