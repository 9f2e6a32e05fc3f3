/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer under way: status, body, and headers that may repeat. */
public final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final byte[] body;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();

    private Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** 200 with a body. */
    public static Reply ok(JsonNode body) {
        return of(200, body);
    }

    /** 200 with {@code {}}. */
    public static Reply okEmpty() {
        return ok(JsonNodeFactory.instance.objectNode());
    }

    /** 204. */
    public static Reply noContent() {
        return empty(204);
    }

    /** Any status with a body of JSON. */
    public static Reply of(int status, JsonNode body) {
        try {
            return new Reply(status, JSON.writeValueAsBytes(body)).header("Content-Type", "application/json");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree always has a text", e);
        }
    }

    /** Any status with any body. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, body).header("Content-Type", contentType);
    }

    /** Any status without a body. */
    public static Reply empty(int status) {
        return new Reply(status, new byte[0]);
    }

    /** A refusal in Okta's shape. */
    public static Reply refused(OktaRefusal refusal, String errorId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("errorCode", refusal.code().name());
        body.put("errorSummary", refusal.summary());
        body.put("errorLink", refusal.code().name());
        body.put("errorId", errorId);
        ArrayNode causes = body.putArray("errorCauses");
        refusal.causes().forEach(cause -> causes.addObject().put("errorSummary", cause));
        return of(refusal.code().status(), body);
    }

    /** Adds a header line. */
    public Reply header(String name, String value) {
        headers.add(Map.entry(name, value));
        return this;
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The body, empty where there is none. */
    public byte[] bytes() {
        return body;
    }

    /** The header lines in order. */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }
}
