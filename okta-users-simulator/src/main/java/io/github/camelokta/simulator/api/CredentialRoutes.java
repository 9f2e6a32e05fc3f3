/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Passwords and recovery questions. The path takes the user's id only, as documented. */
final class CredentialRoutes {
    private static final int TOKEN_LENGTH = 20;

    private final OktaOrg org;

    CredentialRoutes(OktaOrg org) {
        this.org = org;
    }

    List<Route> routes() {
        return List.of(
                route("change_password", this::changePassword),
                route("change_recovery_question", this::changeRecoveryQuestion),
                route("forgot_password", this::forgotPassword),
                route("forgot_password_recovery_question", this::setForgottenPassword));
    }

    private static Route route(String name, Handler handler) {
        return Route.of("POST", "/api/v1/users/{userId}/credentials/" + name, handler);
    }

    private Reply changePassword(Call call) {
        UserState user = call.userById();
        ObjectNode body = call.body();
        UserInput input = new UserInput(body);
        LifecycleOperation.CHANGE_PASSWORD.check(user);
        if (!user.credentials().passwordIs(input.secret("oldPassword"))) {
            throw OktaRefusal.of(ErrorCode.E0000014, "Old Password is not correct");
        }
        String chosen = input.chosenPassword("newPassword", user.login());
        if (user.credentials().passwordIs(chosen)) {
            throw OktaRefusal.of(ErrorCode.E0000014, "Password has been used too recently");
        }
        UserState changed = org.put(user.withPassword(chosen, org.now()));
        changed = LifecycleOperation.CHANGE_PASSWORD.apply(org, changed).orElseThrow();
        if (body.path("revokeSessions").asBoolean(false)) {
            org.belongings(user.id()).sessions().clear();
        }
        return credentials(changed);
    }

    private Reply changeRecoveryQuestion(Call call) {
        UserState user = call.userById();
        ObjectNode body = call.body();
        LifecycleOperation.CHANGE_RECOVERY_QUESTION.check(user);
        if (!user.credentials().passwordIs(new UserInput(body).secret("password"))) {
            throw OktaRefusal.of(ErrorCode.E0000014, "Password is not correct");
        }
        JsonNode recovery = body.path("recovery_question");
        return credentials(org.put(user.withCredentials(
                user.credentials()
                        .withRecovery(
                                UserInput.required(recovery, "question", "recovery_question"),
                                UserInput.answer(recovery, "recovery_question")),
                org.now())));
    }

    private Reply forgotPassword(Call call) {
        LifecycleOperation.FORGOT_PASSWORD.apply(org, call.userById());
        if (call.flag("sendEmail", true)) {
            return Reply.okEmpty();
        }
        String url =
                call.request().baseUrl() + "/signin/reset-password/" + org.ids().token(TOKEN_LENGTH);
        return Reply.ok(JsonNodeFactory.instance.objectNode().put("resetPasswordUrl", url));
    }

    private Reply setForgottenPassword(Call call) {
        UserState user = call.userById();
        ObjectNode body = call.body();
        UserInput input = new UserInput(body);
        LifecycleOperation.FORGOT_PASSWORD_WITH_ANSWER.check(user);
        String answer = UserInput.required(body.path("recovery_question"), "answer", "recovery_question");
        if (!user.credentials().answerIs(answer)) {
            throw OktaRefusal.of(ErrorCode.E0000087);
        }
        return credentials(org.put(user.withPassword(input.chosenPassword("password", user.login()), org.now())));
    }

    private static Reply credentials(UserState user) {
        return Reply.ok(UserJson.credentials(user.credentials()));
    }
}
