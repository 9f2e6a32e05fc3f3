/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.audit.WriteListener;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaClient;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.producer.PlannedRequest;
import io.github.camelokta.users.sync.UserCalls.Found;
import io.github.camelokta.users.sync.plan.CurrentUser;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import java.util.List;
import java.util.function.Consumer;

/** Carries out planned writes. */
@FunctionalInterface
interface UserWriter {
    Found NO_USER = new Found(null, null);

    /**
     * @param user as read before; null where the user is to be created
     * @return the user as Okta answered; user and response are null where the answer holds none
     */
    Found write(PlannedCall call, CurrentUser user);

    /**
     * Sends planned writes and tells a listener. Where the answer to one was lost, a read says whether it was carried out:
     * then it counts as made, and is not sent again.
     */
    final class SendingWriter implements UserWriter {
        private final UserCalls calls;
        private final OktaClient client;
        private final WriteListener listener;

        SendingWriter(UserCalls calls, OktaClient client, WriteListener listener) {
            this.calls = calls;
            this.client = client;
            this.listener = listener;
        }

        @Override
        public Found write(PlannedCall call, CurrentUser user) {
            OktaRequest request = calls.write(call, user);
            Found[] written = {NO_USER};
            CallContext context = CallContext.of(Priority.CALL);
            if (call.answersUser()) {
                context.reading(success -> written[0] = UserCalls.found(success));
            }
            OktaResponse response;
            try {
                response = client.send(request, context);
            } catch (OktaUsersException e) {
                return settled(call, user, request, e);
            }
            tell(call, user, request, response, written[0].user());
            return written[0];
        }

        /** The answer of a failed write that was carried out all the same. */
        private Found settled(PlannedCall call, CurrentUser user, OktaRequest request, OktaUsersException failure) {
            Found now = failure.isInDoubt() ? look(call, user) : NO_USER;
            if (now.user() == null || !WriteEffect.stands(call, now.user())) {
                listener.failed(request, failure, () -> WriteEffect.before(call, user));
                throw failure;
            }
            OktaResponse lost = new OktaResponse(
                    now.response().status(), List.of(), now.response().body());
            tell(call, user, request, lost, now.user());
            return now;
        }

        private void tell(
                PlannedCall call, CurrentUser before, OktaRequest request, OktaResponse response, CurrentUser after) {
            listener.done(
                    request, response, () -> WriteEffect.before(call, before), () -> WriteEffect.after(call, after));
        }

        private Found look(PlannedCall call, CurrentUser user) {
            try {
                return call.operation() == OktaUsersOperation.create
                        ? calls.byLogin(
                                call.body().path("profile").path("login").asText())
                        : calls.byId(user.id());
            } catch (OktaUsersException e) {
                return NO_USER;
            }
        }
    }

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
                return NO_USER;
            }
            ObjectNode profile = (ObjectNode) call.body().get("profile");
            String login = profile.path("login").asText();
            return new Found(
                    new CurrentUser(
                            PlannedRequest.NEW_USER, login, UserStatus.STAGED, null, false, null, null, profile, null),
                    null);
        }
    }
}
