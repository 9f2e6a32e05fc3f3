/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.Change;

/**
 * A user whom a run is to change.
 *
 * @param login as a key
 * @param id null where the user is to be created
 * @param change what is expected to happen
 * @param wanted what the directory said; null where it did not name the user
 */
public record PlanEntry(String login, String id, Change change, JsonNode wanted) {

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("change", change.name());
        if (id != null) {
            json.put("id", id);
        }
        if (wanted != null) {
            json.set("wanted", wanted);
        }
        return json;
    }

    public static PlanEntry of(String login, JsonNode json) {
        return new PlanEntry(
                login,
                json.path("id").textValue(),
                Change.valueOf(json.path("change").asText()),
                json.get("wanted"));
    }
}
