/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.Role;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call of each operation with which a simulated org is content, with a secret wherever a body takes one. */
final class OperationCalls {
    /** What bodies hold that must be shown to nobody. */
    static final List<String> SECRETS = List.of("Old-pass-1", "New-pass-22", "beetle", "rexy");

    private static final String CLIENT = "0oaclient00000000001";

    /** Operations that need a user in another status than ACTIVE. */
    private static final Map<OktaUsersOperation, UserStatus> STATUS = Map.of(
            OktaUsersOperation.activate, UserStatus.STAGED,
            OktaUsersOperation.reactivate, UserStatus.PROVISIONED,
            OktaUsersOperation.unsuspend, UserStatus.SUSPENDED,
            OktaUsersOperation.unlock, UserStatus.LOCKED_OUT);

    private static final Map<OktaUsersOperation, String> BODIES = Map.of(
            OktaUsersOperation.create, """
                    {"profile": {"login": "new@example.com", "email": "new@example.com", "firstName": "N", "lastName": "W"}}""",
            OktaUsersOperation.update, """
                    {"profile": {"login": "ann@example.com", "email": "ann@example.com", "firstName": "A", "lastName": "B"}}""",
            OktaUsersOperation.partialUpdate, """
                    {"profile": {"nickName": "annie"}}""",
            OktaUsersOperation.changePassword, """
                    {"oldPassword": {"value": "Old-pass-1"}, "newPassword": {"value": "New-pass-22"}}""",
            OktaUsersOperation.changeRecoveryQuestion, """
                    {"password": {"value": "Old-pass-1"}, "recovery_question": {"question": "Car?", "answer": "beetle"}}""",
            OktaUsersOperation.forgotPasswordSetNewPassword, """
                    {"password": {"value": "New-pass-22"}, "recovery_question": {"answer": "rexy"}}""",
            OktaUsersOperation.assignRole, """
                    {"type": "HELP_DESK_ADMIN"}""");

    private OperationCalls() {}

    static String uri(OktaUsersOperation operation) {
        boolean asks = operation == OktaUsersOperation.deactivateOrDelete;
        return "okta-users:" + operation + (asks ? "?deletePolicy=deactivate" : "");
    }

    static Object body(OktaUsersOperation operation) {
        return BODIES.getOrDefault(operation, "untouched");
    }

    /** All path parameters; an operation ignores those that it lacks. */
    static Map<String, Object> headers(OktaUsersOperation operation, OktaSimulator okta) {
        SimulatedUser boss = okta.addUser("boss@example.com", UserStatus.ACTIVE);
        SimulatedUser ann = okta.user("ann@example.com")
                .status(STATUS.getOrDefault(operation, UserStatus.ACTIVE))
                .password("Old-pass-1")
                .recovery("Dog?", "rexy")
                .roles("APP_ADMIN", "USER_ADMIN")
                .groups("staff", "leads")
                .apps("salesforce", "slack")
                .identityProviders("google")
                .factors("push")
                .grant(CLIENT, "okta.users.read")
                .refreshToken(CLIENT)
                .session()
                .linked("manager", boss.login())
                .add();
        Role appAdmin = ann.roles().get(0);
        Role groupAdmin = ann.roles().get(1);
        String salesforce = okta.org().apps().named("salesforce").id();
        String staff = okta.org().groups().named("staff").id();
        appAdmin.appTargets().addAll(List.of("salesforce", "slack", "salesforce/" + salesforce));
        groupAdmin
                .groupTargets()
                .addAll(List.of(staff, okta.org().groups().named("leads").id()));

        Map<OperationParam, Object> values = new HashMap<>(Map.of(
                OperationParam.userId,
                ann.id(),
                OperationParam.associatedUserId,
                ann.id(),
                OperationParam.primaryUserId,
                boss.id(),
                OperationParam.relationshipName,
                "manager",
                OperationParam.primaryRelationshipName,
                "manager",
                OperationParam.roleId,
                operation.takes(OperationParam.groupId) || operation == OktaUsersOperation.listGroupTargets
                        ? groupAdmin.id()
                        : appAdmin.id(),
                OperationParam.groupId,
                staff,
                OperationParam.appName,
                "salesforce",
                OperationParam.applicationId,
                salesforce,
                OperationParam.clientId,
                CLIENT));
        values.put(OperationParam.grantId, ann.grants().get(0).id());
        values.put(OperationParam.tokenId, ann.refreshTokens().get(0).id());
        values.put(OperationParam.sendEmail, false);
        Map<String, Object> headers = new HashMap<>();
        values.forEach((param, value) -> headers.put(param.header(), value));
        return headers;
    }
}
