/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Transport;
import java.io.IOException;

/**
 * What one attempt came to: an answer of Okta's, or the failure to get one.
 *
 * @param response null if there is a failure
 * @param failure null if there is an answer
 */
record Attempt(OktaResponse response, IOException failure) {

    static Attempt of(Transport next, OktaRequest request, CallContext context) {
        try {
            return new Attempt(next.send(request, context), null);
        } catch (IOException e) {
            return new Attempt(null, e);
        }
    }

    boolean isSuccess() {
        return response != null && response.isSuccess();
    }

    /** Null if the answer is not Okta's, or there is none. */
    String errorCode() {
        return response == null ? null : OktaError.parse(response.body()).code();
    }

    Failure kind() {
        return response == null ? Failure.of(failure) : Failure.of(response.status(), errorCode());
    }

    /** The wait that the answer asks for, in nanoseconds. */
    long retryAfter() {
        return response == null ? 0 : Backoff.retryAfter(response);
    }

    /** Null if there is none. */
    String requestId() {
        return response == null ? null : response.header("X-Okta-Request-Id").orElse(null);
    }
}
