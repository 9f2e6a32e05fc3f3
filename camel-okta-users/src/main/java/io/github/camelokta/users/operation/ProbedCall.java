/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import com.fasterxml.jackson.databind.JsonNode;

/** What a {@link Probe} may know of the call whose effect it judges. */
public interface ProbedCall {

    /** The value that the call carries for this path parameter, not encoded. */
    String pathValue(OperationParam param);

    /** The value that the call carries for this query parameter, percent-encoded; null if it carries none. */
    String queryValue(OperationParam param);

    /** The call's JSON body; a missing node if it has none. */
    JsonNode bodyAsJson();
}
