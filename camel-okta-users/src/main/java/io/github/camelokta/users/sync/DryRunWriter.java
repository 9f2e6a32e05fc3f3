/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.producer.PlannedRequest;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.PlannedCall;
import io.github.camelokta.users.sync.plan.UserStatus;
import java.util.function.Consumer;

/** Hands over the requests of planned writes instead of sending them. A new user gets an id that stands for the one to come. */
final class DryRunWriter implements UserWriter {
    private final UserCalls calls;
    private final Consumer<OktaRequest> plan;

    DryRunWriter(UserCalls calls, Consumer<OktaRequest> plan) {
        this.calls = calls;
        this.plan = plan;
    }

    @Override
    public Found write(PlannedCall call, CurrentUser user) {
        plan.accept(calls.write(call, user));
        if (call.operation() != OktaUsersOperation.create) {
            return new Found(null, null);
        }
        ObjectNode profile = (ObjectNode) call.body().get("profile");
        String login = profile.path("login").asText();
        return new Found(
                new CurrentUser(PlannedRequest.NEW_USER, login, UserStatus.STAGED, null, false, profile, null), null);
    }
}
