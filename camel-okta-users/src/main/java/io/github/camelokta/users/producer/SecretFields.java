/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationGroup;
import java.util.Set;

/**
 * Masks passwords, their hashes and recovery answers in a request's body. Within credentials everything is secret that is not
 * known to be open.
 */
final class SecretFields {
    private static final String MASKED = "xxxxxx";
    private static final Set<String> SECRET =
            Set.of("credentials", "password", "oldPassword", "newPassword", "recovery_question");
    private static final Set<String> OPEN = Set.of("provider", "question");

    private SecretFields() {}

    /** A copy without secrets. */
    static JsonNode masked(OktaUsersOperation operation, JsonNode body) {
        return masked(body, operation.group() == OperationGroup.CREDENTIALS);
    }

    private static JsonNode masked(JsonNode node, boolean secret) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(property ->
                            copy.set(property.getKey(), masked(property.getKey(), property.getValue(), secret)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(masked(element, secret)));
            return copy;
        }
        return secret && (node.isTextual() || node.isNumber()) ? JsonNodeFactory.instance.textNode(MASKED) : node;
    }

    private static JsonNode masked(String name, JsonNode value, boolean within) {
        return within && OPEN.contains(name) ? value : masked(value, within || SECRET.contains(name));
    }
}
