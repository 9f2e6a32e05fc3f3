/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import java.util.Map;

/**
 * A request as it came in.
 *
 * @param path the path as sent, percent-encoded
 * @param query the first value of each parameter, decoded, in the order sent
 * @param headers values by lower-case name
 * @param baseUrl {@code http://host:port} as the caller wrote it
 */
public record OrgRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String baseUrl) {

    /** A header's value, or null. */
    public String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
