/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.api.WriteOutcome;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.json.OktaJson;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.UserId;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A write that went out, and what came of it.
 *
 * @param response null if there is a failure
 * @param failure null if there is an answer
 */
record Write(
        OktaRequest request, OktaResponse response, OktaUsersException failure, UserState before, UserState after) {
    private static final ObjectMapper JSON = OktaJson.mapper();

    WriteOutcome outcome() {
        if (failure == null) {
            return WriteOutcome.DONE;
        }
        return failure.isInDoubt() ? WriteOutcome.UNKNOWN : WriteOutcome.REFUSED;
    }

    int statusCode() {
        return failure == null ? response.status() : failure.getStatusCode();
    }

    String requestId() {
        return failure == null ? response.header("X-Okta-Request-Id").orElse(null) : failure.getRequestId();
    }

    /** Of a new user, whom no path names, the answer tells it. */
    String userId() {
        return Stream.of(OperationParam.userId, OperationParam.associatedUserId)
                .filter(param -> request.operation().pathParams().contains(param))
                .findFirst()
                .map(param -> reduced(request.pathValue(param)))
                .orElseGet(this::answeredId);
    }

    private String answeredId() {
        try {
            return response == null
                    ? null
                    : JSON.readTree(response.body()).path("id").textValue();
        } catch (IOException e) {
            return null;
        }
    }

    private static String reduced(String user) {
        if (UserId.isId(user) || user.isEmpty()) {
            return user;
        }
        int at = user.lastIndexOf('@');
        return user.substring(0, user.offsetByCodePoints(0, 1)) + "***" + (at < 1 ? "" : user.substring(at));
    }
}
