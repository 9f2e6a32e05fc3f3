/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.OktaRefusal;

/** Writes a refusal in Okta's shape. */
public final class ErrorReply {
    private ErrorReply() {}

    /** The answer to a request that was refused. */
    public static Reply of(OktaRefusal refusal, String errorId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("errorCode", refusal.code().name());
        body.put("errorSummary", refusal.summary());
        body.put("errorLink", refusal.code().name());
        body.put("errorId", errorId);
        ArrayNode causes = body.putArray("errorCauses");
        refusal.causes().forEach(cause -> causes.addObject().put("errorSummary", cause));
        return Reply.of(refusal.code().status(), body);
    }
}
