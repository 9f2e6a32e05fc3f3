/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import static io.github.camelokta.users.operation.OktaUsersOperation.activate;
import static io.github.camelokta.users.operation.OktaUsersOperation.deactivate;
import static io.github.camelokta.users.operation.OktaUsersOperation.suspend;
import static io.github.camelokta.users.operation.OktaUsersOperation.unlock;
import static io.github.camelokta.users.operation.OktaUsersOperation.unsuspend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelokta.users.api.UserState;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a planned write makes of a user. */
final class WriteEffect {
    private static final Map<OktaUsersOperation, Set<UserStatus>> STATUSES = Map.of(
            activate, Set.of(UserStatus.ACTIVE, UserStatus.PROVISIONED, UserStatus.PASSWORD_EXPIRED),
            deactivate, Set.of(UserStatus.DEPROVISIONED),
            suspend, Set.of(UserStatus.SUSPENDED),
            unsuspend, Set.of(UserStatus.ACTIVE),
            unlock, Set.of(UserStatus.ACTIVE));

    private WriteEffect() {}

    /** Whether this user is as the write leaves one. */
    static boolean stands(PlannedCall call, CurrentUser now) {
        Set<UserStatus> statuses = STATUSES.get(call.operation());
        if (statuses != null) {
            return isIn(statuses, now.status()) || isIn(statuses, now.transitioningTo());
        }
        return attributes(call).properties().stream()
                .allMatch(attribute -> AttributeRules.same(
                        attribute.getKey(), attribute.getValue(), now.profile().get(attribute.getKey())));
    }

    /** A status is null where it is none that is known. */
    private static boolean isIn(Set<UserStatus> statuses, UserStatus status) {
        return status != null && statuses.contains(status);
    }

    /** Null for a new user. */
    static UserState before(PlannedCall call, CurrentUser user) {
        return user == null ? null : state(call, name(user.status()), user.profile());
    }

    /** @param user as Okta answered; null where the answer held none */
    static UserState after(PlannedCall call, CurrentUser user) {
        if (user != null) {
            return state(call, name(user.status()), user.profile());
        }
        Set<UserStatus> statuses = STATUSES.get(call.operation());
        String status = statuses != null && statuses.size() == 1
                ? statuses.iterator().next().name()
                : null;
        return new UserState(status, Map.of());
    }

    private static UserState state(PlannedCall call, String status, JsonNode profile) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes(call)
                .fieldNames()
                .forEachRemaining(name ->
                        attributes.put(name, AttributeRules.isAbsent(profile.get(name)) ? null : UserState.HIDDEN));
        return new UserState(status, attributes);
    }

    private static JsonNode attributes(PlannedCall call) {
        return call.body() == null ? MissingNode.getInstance() : call.body().path("profile");
    }

    private static String name(UserStatus status) {
        return status == null ? null : status.name();
    }
}
