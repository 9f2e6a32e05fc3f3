/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A request that the simulator answered.
 *
 * @param method the HTTP method
 * @param path the path as sent, percent-encoded, without the query
 * @param query the decoded parameters in the order sent, the first value of each
 * @param headers values by lower-case name; the value of {@code authorization} is masked
 * @param body the body as text
 * @param status the status of the answer, 0 where the connection was reset instead
 * @param at when, on the org's clock
 */
public record LoggedRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        int status,
        Instant at) {

    /** {@code "POST /api/v1/users"}. */
    public String methodAndPath() {
        return method + " " + path;
    }

    /** Without headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return methodAndPath() + " -> " + status;
    }
}
