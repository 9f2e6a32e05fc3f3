/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** The HTTP methods that Okta's User API uses. Nothing but the request line is decided by them. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    DELETE
}
