/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.OktaResponse.Header;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An org without a server: answers by request line, 404 otherwise, and remembers what was sent. */
abstract class GuardFixture {
    static final String ID = "00ub0oNGTSWTBKOLGLNR";
    final List<String> sent = new ArrayList<>();
    private final Map<String, OktaResponse> answers = new HashMap<>();

    final OktaClient okta = (request, context) -> {
        String line = request.method() + " " + request.target();
        sent.add(line);
        OktaResponse answer = answers.getOrDefault(line, new OktaResponse(404, List.of(), null));
        if (!answer.isSuccess()) {
            throw OktaUsersException.of(request.operation() + " failed: Okta answered " + answer.status())
                    .operation(request.operation().name())
                    .status(answer.status())
                    .error("E0000007", "summary", List.of("cause"), "oae1")
                    .requestId("req1")
                    .retryable(answer.status() == 503)
                    .build();
        }
        return answer;
    };

    final void answer(String line, int status, String body, String... links) {
        answers.put(
                line,
                new OktaResponse(
                        status,
                        List.of(links).stream()
                                .map(link -> new Header("Link", "<" + link + ">; rel=\"next\""))
                                .toList(),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    final OktaRequest request(OktaUsersOperation operation, String... pathValues) {
        return OktaRequest.of(
                operation,
                OrgUrl.parse("https://acme.okta.com"),
                List.of(pathValues),
                "",
                Map.of(),
                "{\"type\":\"HELP_DESK_ADMIN\"}".getBytes(StandardCharsets.UTF_8));
    }
}
