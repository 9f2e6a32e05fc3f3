/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.SimulatedUser;
import io.github.camelokta.simulator.org.Role;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user in a simulated org who has one of everything, and the headers with which any operation can be called on him. */
final class Org {
    static final String CLIENT = "0oaclient00000000001";

    final SimulatedUser ann;
    private final Map<OperationParam, String> values = new EnumMap<>(OperationParam.class);
    private final Role appAdmin;
    private final Role groupAdmin;

    Org(OktaSimulator okta, UserStatus status) {
        SimulatedUser boss = okta.addUser("boss@example.com", UserStatus.ACTIVE);
        this.ann = okta.user("ann@example.com")
                .status(status)
                .password("Old-pass-1")
                .roles("APP_ADMIN", "USER_ADMIN")
                .groups("staff", "leads")
                .apps("salesforce", "slack")
                .grant(CLIENT, "okta.users.read")
                .refreshToken(CLIENT)
                .add();
        this.appAdmin = ann.roles().get(0);
        this.groupAdmin = ann.roles().get(1);
        values.put(OperationParam.userId, ann.id());
        values.put(OperationParam.associatedUserId, ann.id());
        values.put(OperationParam.primaryUserId, boss.id());
        values.put(OperationParam.relationshipName, "manager");
        values.put(OperationParam.primaryRelationshipName, "manager");
        values.put(OperationParam.groupId, okta.org().groups().named("staff").id());
        values.put(OperationParam.appName, "salesforce");
        values.put(
                OperationParam.applicationId,
                okta.org().apps().named("salesforce").id());
        values.put(OperationParam.clientId, CLIENT);
        values.put(OperationParam.grantId, ann.grants().get(0).id());
        values.put(OperationParam.tokenId, ann.refreshTokens().get(0).id());
    }

    /** Gives the roles the targets that calls are about, and others besides. */
    Org withTargets(OktaSimulator okta) {
        appAdmin.appTargets()
                .addAll(List.of("slack", "salesforce", "salesforce/" + values.get(OperationParam.applicationId)));
        groupAdmin
                .groupTargets()
                .addAll(List.of(okta.org().groups().named("leads").id(), values.get(OperationParam.groupId)));
        return this;
    }

    /** Takes all targets but those that calls are about. */
    void leaveOneTargetEach() {
        appAdmin.appTargets().removeIf(target -> !target.equals("salesforce"));
        groupAdmin.groupTargets().removeIf(target -> !target.equals(values.get(OperationParam.groupId)));
    }

    Map<String, Object> headers(OktaUsersOperation operation) {
        Map<String, Object> headers = new HashMap<>();
        values.forEach((param, value) -> headers.put(param.header(), value));
        headers.put(
                OperationParam.roleId.header(),
                operation.takes(OperationParam.groupId) ? groupAdmin.id() : appAdmin.id());
        return headers;
    }
}
