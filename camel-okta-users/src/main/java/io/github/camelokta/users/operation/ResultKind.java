/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

/** What a successful answer holds. */
public enum ResultKind {
    /** No result; the exchange's body stays as it was. Okta answers 204, or 200 with an empty object. */
    NOTHING,
    /** One JSON object. */
    OBJECT,
    /** A JSON array; on paged rows one page of it. */
    LIST
}
