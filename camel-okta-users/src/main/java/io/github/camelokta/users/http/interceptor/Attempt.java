/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Transport;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;

/**
 * What one attempt came to: an answer of Okta's, the failure to get one, or both, where a success could not be read.
 *
 * @param response null if no answer came
 * @param failure null if there is an answer, and if it is a success it could be read
 */
record Attempt(OktaResponse response, IOException failure) {
    private static final ObjectMapper JSON = OktaJson.mapper();

    static Attempt of(Transport next, OktaRequest request, CallContext context) {
        try {
            return read(next.send(request, context), context);
        } catch (IOException e) {
            return new Attempt(null, e);
        }
    }

    /** An answer, read for the caller if it is a success. */
    static Attempt read(OktaResponse response, CallContext context) {
        try {
            if (response.isSuccess()) {
                context.read(response);
            }
            return new Attempt(response, null);
        } catch (IOException e) {
            return new Attempt(response, e);
        }
    }

    boolean isSuccess() {
        return failure == null && response.isSuccess();
    }

    /** Whether Okta answered with a success that the caller cannot use. */
    boolean isUnreadable() {
        return failure != null && response != null;
    }

    /** Null if the answer is not Okta's, or there is none. */
    String errorCode() {
        return response == null ? null : OktaError.parse(response.body()).code();
    }

    Failure kind() {
        if (isUnreadable()) {
            return isObject() ? Failure.UNREADABLE : Failure.IN_DOUBT;
        }
        return response == null ? Failure.of(failure) : Failure.of(response.status(), errorCode());
    }

    /** What is no whole JSON object was cut off, or is not Okta's. */
    private boolean isObject() {
        try {
            return JSON.readerFor(ObjectNode.class)
                            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readValue(response.body())
                    != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The wait that the answer, or what kept the request back, asks for; in nanoseconds. */
    long retryAfter() {
        if (response != null) {
            return Backoff.retryAfter(response);
        }
        return failure instanceof NotSentException notSent && notSent.retryAfter() != null
                ? notSent.retryAfter().toNanos()
                : 0;
    }

    /** Null if there is none. */
    String requestId() {
        return response == null ? null : response.header("X-Okta-Request-Id").orElse(null);
    }
}
