/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationGroup;
import io.github.camelokta.users.operation.OperationParam;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A route that calls one operation of a group, in Java and YAML. Its message is an event whose body is a map; the manual's tests
 * send one through what stands on the page.
 *
 * @param options of the endpoint, behind the operation
 * @param headers parameters, and the key of the event that each is taken from
 * @param body JSON of the call's body; null where the call has none
 */
record GroupExample(OktaUsersOperation operation, String options, Map<OperationParam, String> headers, String body) {

    static GroupExample of(OperationGroup group) {
        return switch (group) {
            case USERS ->
                user(OktaUsersOperation.partialUpdate).with("{\"profile\": {\"lastName\": \"${body[lastName]}\"}}");
            case LIFECYCLE -> user(OktaUsersOperation.suspend).option("idempotent=true");
            case CREDENTIALS ->
                user(OktaUsersOperation.changeRecoveryQuestion)
                        .with(
                                "{\"password\": {\"value\": \"${body[password]}\"},"
                                        + " \"recovery_question\": {\"question\": \"Whose garden?\", \"answer\": \"${body[answer]}\"}}");
            case SESSIONS -> user(OktaUsersOperation.clearSessions).option("oauthTokens=true");
            case ROLES -> user(OktaUsersOperation.assignRole).with("{\"type\": \"HELP_DESK_ADMIN\"}");
            case TARGETS ->
                user(OktaUsersOperation.addGroupTarget)
                        .header(OperationParam.roleId, "roleId")
                        .header(OperationParam.groupId, "groupId");
            case GRANTS -> user(OktaUsersOperation.revokeGrants);
            case CLIENTS -> user(OktaUsersOperation.revokeRefreshTokens).header(OperationParam.clientId, "clientId");
            case LINKED_OBJECTS ->
                new GroupExample(OktaUsersOperation.setLinkedObject, "", Map.of(), null)
                        .header(OperationParam.associatedUserId, "userId")
                        .header(OperationParam.primaryUserId, "managerId")
                        .option("primaryRelationshipName=manager");
            case RELATED -> user(OktaUsersOperation.listGroups);
        };
    }

    String java() {
        StringBuilder text = new StringBuilder("from(\"direct:" + operation + "\")\n");
        headers.forEach((param, key) ->
                text.append("    .setHeader(\"" + param.header() + "\", simple(\"${body[" + key + "]}\"))\n"));
        if (body != null) {
            text.append("    .setBody(simple(\"\"\"\n        " + body + "\"\"\"))\n");
        }
        return text.append("    .to(\"" + uri() + "\");\n").toString();
    }

    String yaml() {
        StringBuilder text =
                new StringBuilder("- route:\n    from:\n      uri: direct:" + operation + "\n      steps:\n");
        headers.forEach((param, key) -> text.append("        - setHeader:\n            name: " + param.header()
                + "\n            simple: ${body[" + key + "]}\n"));
        if (body != null) {
            text.append("        - setBody:\n            simple: |\n              " + body + "\n");
        }
        return text.append("        - to:\n            uri: " + uri() + "\n").toString();
    }

    private String uri() {
        return "okta-users:" + operation + options;
    }

    private static GroupExample user(OktaUsersOperation operation) {
        return new GroupExample(operation, "", Map.of(), null).header(OperationParam.userId, "userId");
    }

    private GroupExample option(String option) {
        return new GroupExample(operation, "?" + option, headers, body);
    }

    private GroupExample with(String json) {
        return new GroupExample(operation, options, headers, json);
    }

    private GroupExample header(OperationParam param, String key) {
        Map<OperationParam, String> more = new LinkedHashMap<>(headers);
        more.put(param, key);
        return new GroupExample(operation, options, more, body);
    }
}
