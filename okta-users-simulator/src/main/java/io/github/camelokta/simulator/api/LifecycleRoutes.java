/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.Route;
import io.github.camelokta.simulator.http.Route.Handler;
import io.github.camelokta.simulator.org.LifecycleOperation;
import io.github.camelokta.simulator.org.OktaOrg;
import io.github.camelokta.simulator.org.UserState;
import java.util.List;

/** The ten operations under {@code /lifecycle}. */
final class LifecycleRoutes {
    private static final int TOKEN_LENGTH = 20;

    private final OktaOrg org;

    LifecycleRoutes(OktaOrg org) {
        this.org = org;
    }

    List<Route> routes() {
        return List.of(
                route("activate", call -> activation(call, LifecycleOperation.ACTIVATE, true)),
                route("reactivate", call -> activation(call, LifecycleOperation.REACTIVATE, false)),
                route("deactivate", call -> plain(call, LifecycleOperation.DEACTIVATE)),
                route("suspend", call -> plain(call, LifecycleOperation.SUSPEND)),
                route("unsuspend", call -> plain(call, LifecycleOperation.UNSUSPEND)),
                route("unlock", call -> plain(call, LifecycleOperation.UNLOCK)),
                route("expire_password", this::expirePassword),
                route("expire_password_with_temp_password", this::expireWithTemporaryPassword),
                route("reset_password", this::resetPassword),
                route("reset_factors", this::resetFactors));
    }

    private static Route route(String name, Handler handler) {
        return Route.of("POST", "/api/v1/users/{userId}/lifecycle/" + name, handler);
    }

    private UserState apply(Call call, LifecycleOperation operation) {
        return operation.apply(org, call.user()).orElseThrow();
    }

    private Reply plain(Call call, LifecycleOperation operation) {
        apply(call, operation);
        return Reply.okEmpty();
    }

    private Reply activation(Call call, LifecycleOperation operation, boolean mailByDefault) {
        apply(call, operation);
        if (call.flag("sendEmail", mailByDefault)) {
            return Reply.okEmpty();
        }
        String token = org.ids().token(TOKEN_LENGTH);
        return Reply.ok(JsonNodeFactory.instance
                .objectNode()
                .put("activationUrl", call.request().baseUrl() + "/tokens/" + token + "/verify")
                .put("activationToken", token));
    }

    private Reply expirePassword(Call call) {
        return Reply.ok(new UserJson(call).full(apply(call, LifecycleOperation.EXPIRE_PASSWORD)));
    }

    private Reply expireWithTemporaryPassword(Call call) {
        UserState user = apply(call, LifecycleOperation.EXPIRE_PASSWORD_WITH_TEMP_PASSWORD);
        // The tail satisfies the password policy whatever the random part is.
        String temporary = org.ids().token(TOKEN_LENGTH / 2) + "aA1";
        org.put(user.withPassword(temporary, org.now()));
        revokeSessions(call, user);
        return Reply.ok(JsonNodeFactory.instance.objectNode().put("tempPassword", temporary));
    }

    private Reply resetPassword(Call call) {
        if (call.query("sendEmail").isEmpty()) {
            throw OktaRefusal.of(ErrorCode.E0000028, "sendEmail: The parameter is required.");
        }
        UserState user = apply(call, LifecycleOperation.RESET_PASSWORD);
        revokeSessions(call, user);
        if (call.flag("sendEmail", true)) {
            return Reply.okEmpty();
        }
        String url = call.request().baseUrl() + "/reset_password/" + org.ids().token(TOKEN_LENGTH);
        return Reply.ok(JsonNodeFactory.instance.objectNode().put("resetPasswordUrl", url));
    }

    private Reply resetFactors(Call call) {
        UserState user = apply(call, LifecycleOperation.RESET_FACTORS);
        org.belongings(user.id()).factors().clear();
        return Reply.okEmpty();
    }

    private void revokeSessions(Call call, UserState user) {
        if (call.flag("revokeSessions", false)) {
            org.belongings(user.id()).sessions().clear();
        }
    }
}
