/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The probes of the table. The error codes are those of Okta's error list: E0000016 already activated, E0000032 not locked,
 * E0000090 and E0000263 role assigned already, E0000007 not found, E0000001 the catch-all that state errors come with too.
 */
final class Probes {
    /** With a mail the answer is an empty object; without one it holds a token that nobody can read a second time. */
    static final Probe ACTIVATED = Probe.status(Set.of("ACTIVE", "PROVISIONED"), "E0000016")
            .answering((call, user) -> "false".equals(call.queryValue(OperationParam.sendEmail))
                    ? null
                    : JsonNodeFactory.instance.objectNode());

    static final Probe SUSPENDED = Probe.status(Set.of("SUSPENDED"), "E0000001");
    static final Probe ACTIVE_AGAIN = Probe.status(Set.of("ACTIVE"), "E0000001");
    static final Probe UNLOCKED = Probe.status(Set.of("ACTIVE"), "E0000032");
    static final Probe PASSWORD_EXPIRED = Probe.status(Set.of("PASSWORD_EXPIRED"));
    /** Okta does not document its refusal; E0000007 although the user can still be read was reported (okta-sdk-java#721). */
    static final Probe DEPROVISIONED = Probe.status(Set.of("DEPROVISIONED"), "E0000001", "E0000007", "E0000016");

    static final Probe ROLE_ASSIGNED = Probe.present(
                    () -> OktaUsersOperation.listRoles, Probes::isRole, "E0000090", "E0000263")
            .answering((call, roles) -> Probe.firstMatch(call, roles, Probes::isRole));
    static final Probe ROLE_REMOVED =
            Probe.absent(() -> OktaUsersOperation.listRoles, hasId(OperationParam.roleId), "E0000007");
    static final Probe APP_TARGETED = Probe.present(() -> OktaUsersOperation.listAppTargets, Probes::isApp);
    static final Probe APP_INSTANCE_TARGETED =
            Probe.present(() -> OktaUsersOperation.listAppTargets, hasId(OperationParam.applicationId));
    static final Probe APP_NOT_TARGETED =
            Probe.absent(() -> OktaUsersOperation.listAppTargets, Probes::isApp, "E0000007");
    static final Probe APP_INSTANCE_NOT_TARGETED =
            Probe.absent(() -> OktaUsersOperation.listAppTargets, hasId(OperationParam.applicationId), "E0000007");
    static final Probe GROUP_TARGETED =
            Probe.present(() -> OktaUsersOperation.listGroupTargets, hasId(OperationParam.groupId));
    static final Probe GROUP_NOT_TARGETED =
            Probe.absent(() -> OktaUsersOperation.listGroupTargets, hasId(OperationParam.groupId), "E0000007");

    static final Probe GRANT_REVOKED =
            Probe.absent(() -> OktaUsersOperation.listGrants, hasId(OperationParam.grantId), "E0000007");
    static final Probe GRANTS_REVOKED = Probe.empty(() -> OktaUsersOperation.listGrants, "E0000007");
    static final Probe CLIENT_GRANTS_REVOKED = Probe.empty(() -> OktaUsersOperation.listClientGrants, "E0000007");
    static final Probe TOKEN_REVOKED =
            Probe.absent(() -> OktaUsersOperation.listRefreshTokens, hasId(OperationParam.tokenId), "E0000007");
    static final Probe TOKENS_REVOKED = Probe.empty(() -> OktaUsersOperation.listRefreshTokens, "E0000007");

    static final Probe LINKED = Probe.present(
                    () -> OktaUsersOperation.getLinkedObjects, (call, link) -> link.at("/_links/self/href")
                            .asText()
                            .endsWith("/" + call.pathValue(OperationParam.primaryUserId)))
            .taking(OperationParam.userId, OperationParam.associatedUserId)
            .taking(OperationParam.relationshipName, OperationParam.primaryRelationshipName);
    static final Probe UNLINKED = Probe.empty(() -> OktaUsersOperation.getLinkedObjects, "E0000007");

    private Probes() {}

    private static BiPredicate<ProbedCall, JsonNode> hasId(OperationParam param) {
        return (call, element) -> element.path("id").asText().equals(call.pathValue(param));
    }

    /** Roles that come from a group are listed too. Custom ones are the same only with role and resource set. */
    private static boolean isRole(ProbedCall call, JsonNode role) {
        JsonNode asked = call.bodyAsJson();
        return !"GROUP".equals(role.path("assignmentType").asText())
                && role.path("type").equals(asked.path("type"))
                && Stream.of("role", "resource-set")
                        .allMatch(
                                field -> !asked.has(field) || asked.path(field).equals(role.path(field)));
    }

    /** A whole application among the targets has a name and, unlike an instance of it, no id. */
    private static boolean isApp(ProbedCall call, JsonNode target) {
        return !target.has("id") && target.path("name").asText().equals(call.pathValue(OperationParam.appName));
    }
}
