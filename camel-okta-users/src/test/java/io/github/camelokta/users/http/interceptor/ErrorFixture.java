/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A translator of errors, and answers and failures for it to translate. */
abstract class ErrorFixture {
    static final String CANARY = "00CanarySecret";
    static final OrgUrl ORG = OrgUrl.parse("https://acme.okta.com");
    final ErrorTranslator translator = new ErrorTranslator(
            new Redactor(() -> List.of(CANARY, "")),
            Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    final OktaUsersException refused(int status, String body) {
        byte[] bytes = body.startsWith("{'") ? bytes(body) : body.getBytes(StandardCharsets.UTF_8);
        OktaResponse response = new OktaResponse(status, List.of(new Header("x-okta-request-id", "req1")), bytes);
        return translator.failed(request(OktaUsersOperation.suspend), new Attempt(response, null), Ending.PLAIN);
    }

    final OktaUsersException failed(IOException failure, Ending ending) {
        return translator.failed(request(OktaUsersOperation.suspend), new Attempt(null, failure), ending);
    }

    static String body(String code, String cause) {
        return "{\"errorCode\":\"" + code + "\",\"errorCauses\":[{\"errorSummary\":\""
                + cause.replace("\"", "\\\"").replace("\\\\\"", "\\\"") + "\"}]}";
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static OktaRequest request(OktaUsersOperation operation) {
        List<String> ids = operation.pathParams().stream().map(Enum::name).toList();
        return OktaRequest.of(operation, ORG, ids, "", Map.of(), null);
    }
}
